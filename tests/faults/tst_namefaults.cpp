#include "tests/faults/faultrow.h"
#include "tests/support/testprogram.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

/// Country names that are not safe as file names.
class tst_NameFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
    void row59AlikeNames_data();
    void row59AlikeNames();
};

namespace {

constexpr qsizetype maximalBytes = 240;

/// Metadata as a server may send it. `name` appears in quotes unchanged, including its escapes.
QByteArray metadataWith(const QByteArray &name)
{
    return R"({"country": ")" + name + R"("})";
}

NameTemplate templateOf(const QString &text)
{
    return NameTemplate::parse(text).value();
}

} // namespace

// With the country code before the name, and without it.
void tst_NameFaults::row_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("nameTemplate");
    QTest::addColumn<QString>("fileName");
    const auto add = [](const char *row, const QByteArray &name, const QString &coded, const QString &alone) {
        QTest::addRow("%s", row) << name << u"{CC}-{country}"_s << QString(u"AG-"_s + coded + u".gif"_s);
        QTest::addRow("%s, without a code", row) << name << u"{country}"_s << QString(alone + u".gif"_s);
    };
    const auto same = [&add](const char *row, const QByteArray &name, const QString &safe) {
        add(row, name, safe, safe + u"-AG"_s);
    };
    const auto fallback = [&add](const char *row, const QByteArray &name) {
        add(row, name, u"Flagland_AG"_s, u"Flagland_AG"_s); // the name in the catalogue
    };

    same("row 53 folder above", "../x", u"x"_s);
    same("row 53 absolute path", "/abs", u"abs"_s);
    same("row 53 folder above, Windows", R"(..\\x)", u"x"_s);
    same("row 53 folder in the middle", "a/../../x", u"a_.._.._x"_s);
    same("row 54 NUL", R"(Flag\u0000land)", u"Flag_land"_s);
    same("row 55 bidi override", R"(Flag\u202eland)", u"Flag_land"_s);
    same("row 55 zero width", R"(Flag\u200bland\ufeff)", u"Flag_land"_s);
    same("row 55 control characters", R"(Flag\u0007\n\u001b[31mland)", u"Flag___[31mland"_s);
    same("row 55 high surrogate alone", R"(Flag\ud83cland)", u"Flag_land"_s);
    same("row 55 low surrogate alone", R"(Flag\udde9land)", u"Flag_land"_s);
    same("row 56 device", "CON", u"flag-CON"_s);
    same("row 56 port", "COM1", u"flag-COM1"_s);
    same("row 56 wildcards", R"(a:?*\"<>|b)", u"a_______b"_s);
    same("row 56 dots and spaces at the end", "Flagland. . ", u"Flagland"_s);
    fallback("row 57 empty", "");
    fallback("row 57 dot", ".");
    fallback("row 57 two dots", "..");
    same("row 57 hyphens at the start", "--output", u"output"_s);
    same("row 57 dot at the start", ".profile", u"profile"_s);
    // The shortened name leaves space for the code and the suffix.
    add("row 58 300 characters", QByteArray(300, 'a'), QString(233, u'a'), QString(233, u'a') + u"-AG"_s);
    add("row 58 200 times e with accent", QByteArray("\xc3\xa9").repeated(200), QString(116, u'é'),
        QString(116, u'é') + u"-AG"_s);
}

void tst_NameFaults::row()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, nameTemplate);
    QFETCH(QString, fileName);
    FaultPlan plan = planOfMetadata(ok(metadataWith(name)));
    plan.save.nameTemplate = templateOf(nameTemplate);
    FaultBatch batch(plan);

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, savedAfter(Tries::Once)), QString());
    const QFileInfo file(batch.faultyResult()->path);
    QCOMPARE(file.fileName(), fileName);
    QCOMPARE(file.canonicalPath(), QFileInfo(batch.folder()).canonicalFilePath());
    QVERIFY(file.fileName().toUtf8().size() <= maximalBytes);
}

void tst_NameFaults::row59AlikeNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("otherName");
    QTest::addColumn<QString>("nameTemplate");
    QTest::addColumn<QStringList>("fileNames");
    const auto add = [](const char *row, const QByteArray &name, const QByteArray &otherName,
                         const QString &safe, const QString &otherSafe) {
        QTest::addRow("%s", row) << name << otherName << u"{CC}-{country}"_s
                                 << QStringList{
                                        u"AD-"_s + safe + u".gif"_s, u"AJ-"_s + otherSafe + u".gif"_s};
        QTest::addRow("%s, without a code", row)
            << name << otherName << u"{country}"_s
            << QStringList{safe + u"-AD.gif"_s, otherSafe + u"-AJ.gif"_s};
    };
    add("row 59 alike but for case", "LAND", "land", u"LAND"_s, u"land"_s);
    add("row 59 composed and decomposed", R"(L\u00e4nd)", R"(La\u0308nd)", u"L\u00e4nd"_s, u"L\u00e4nd"_s);
    add("row 59 the same", "Land", "Land", u"Land"_s, u"Land"_s);
}

void tst_NameFaults::row59AlikeNames()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, otherName);
    QFETCH(QString, nameTemplate);
    QFETCH(QStringList, fileNames);
    FaultPlan plan{.faulty =
                       [name, otherName](const ScriptedRequest &request) {
                           if (!request.path.endsWith("metadata.json"))
                               return ok(FaultBatch::pictureFor(request.path));
                           return ok(metadataWith(request.path.startsWith("/ad/") ? name : otherName));
                       },
        .faultyCountries = 2,
        .metadataToo = true};
    plan.save.nameTemplate = templateOf(nameTemplate);
    FaultBatch batch(plan);

    // In the second run all files exist already.
    for (int time = 1; time <= 2; ++time) {
        QVERIFY(batch.run());
        QCOMPARE(batch.violatedInvariant(), QString());
        QStringList saved;
        for (const FlagResult &result : batch.results()) {
            if (batch.isFaulty(result.country))
                saved += QFileInfo(result.path).fileName();
        }
        saved.sort();
        QCOMPARE(saved, fileNames);
    }
}

FLAGFETCH_TEST(tst_NameFaults, Core)
#include "tst_namefaults.moc"
