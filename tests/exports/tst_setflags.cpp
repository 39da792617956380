#include "app/exports/setflags.h"
#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/sources/sourcelist.h"
#include "app/storage/setfiles.h"
#include "tests/exports/exportflags.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

/// Translates the texts of the shipped sources only, so that they can be recognised.
class MarkedSourceTexts final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QLatin1StringView(context) == "ShippedSources"_L1 ? u'<' + QString::fromUtf8(text) + u'>'
                                                                 : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

QList<ExportFlag> flagsIn(const SetChoice &choice)
{
    return flagsOfSet(choice).value_or(SetFlags()).flags;
}

QStringList codesOf(const QList<ExportFlag> &flags)
{
    QStringList codes;
    for (const ExportFlag &flag : flags)
        codes.append(flag.code);
    return codes;
}

} // namespace

class tst_SetFlags final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foundFilesHaveNamesOfCatalogue();
    void orderFollowsTheLanguage();
    void onlySelectedCodesAreExported();
    void manifestProvidesSourceAndLicence();
    void creditsHaveTheLanguageOfTheExport_data();
    void creditsHaveTheLanguageOfTheExport();
    void filesSavedBeforeAKillAreFound();
    void newerManifestIsReadPartly();
    void damagedManifestIsReported();
    void onePerCountryPrefersVectors();
    void folderWithoutFlagsIsReported();

private:
    void add(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SetFlags::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"DE-Germany.svg", "EG-Egypt.svg", "AT-Austria.svg"})
        add(QString::fromLatin1(name), svgPicture({40, 30}));
}

void tst_SetFlags::add(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()); }();
}

void tst_SetFlags::foundFilesHaveNamesOfCatalogue()
{
    const QList<ExportFlag> flags = flagsIn({.folder = m_folder->path()});
    QCOMPARE(codesOf(flags), (QStringList{u"AT"_s, u"EG"_s, u"DE"_s}));
    QCOMPARE(flags.at(2).name, u"Germany"_s);
    QCOMPARE(flags.at(2).iso3, u"DEU"_s);
    QCOMPARE(flags.at(2).number, u"276"_s);
    QCOMPARE(flags.at(2).continent, u"europe"_s);
    QCOMPARE(flags.at(2).file, u"DE-Germany.svg"_s);
    QCOMPARE(flags.at(2).path, m_folder->filePath(u"DE-Germany.svg"_s));
    QCOMPARE(flags.at(2).sha256.size(), 64);
    QVERIFY(flags.at(2).source.isEmpty());
}

void tst_SetFlags::orderFollowsTheLanguage()
{
    const QList<ExportFlag> flags = flagsIn({.folder = m_folder->path(), .codes = {}, .language = u"de"_s});
    QCOMPARE(codesOf(flags), (QStringList{u"EG"_s, u"DE"_s, u"AT"_s}));
    QCOMPARE(flags.first().name, u"Ägypten"_s);
}

void tst_SetFlags::onlySelectedCodesAreExported()
{
    QCOMPARE(
        codesOf(flagsIn({.folder = m_folder->path(), .codes = {u"DE"_s, u"FR"_s}})), QStringList{u"DE"_s});
}

void tst_SetFlags::manifestProvidesSourceAndLicence()
{
    Manifest manifest;
    manifest.nameTemplate = u"{CC}"_s;
    Source source;
    source.id = u"office"_s;
    source.title = u"The office"_s;
    source.imageTemplate = u"https://flags.example/{cc}.svg"_s;
    manifest.sources.append(source);
    manifest.put(SetFlag{.code = u"DE"_s,
        .country = u"Germany"_s,
        .source = u"office"_s,
        .file = u"DE-Germany.svg"_s,
        .sha256 = QByteArray(32, 'x'),
        .bytes = 7,
        .licence = u"CC0"_s});
    add(QLatin1StringView(manifestFileName), manifestToJson(manifest));
    const QList<ExportFlag> flags = flagsIn({.folder = m_folder->path()});
    QCOMPARE(codesOf(flags), QStringList{u"DE"_s});
    QCOMPARE(flags.first().source, u"The office"_s);
    QCOMPARE(flags.first().licence, u"CC0"_s);
    QCOMPARE(flags.first().credit, u"The office (CC0)"_s);
    QCOMPARE(flags.first().bytes, 7);
}

void tst_SetFlags::creditsHaveTheLanguageOfTheExport_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("credit");
    QTest::newRow("that of the interface") << u"zh"_s << u"<Built-in, square> (<Public domain>)"_s;
    QTest::newRow("the same characters") << u"zh-Hans"_s << u"<Built-in, square> (<Public domain>)"_s;
    QTest::newRow("other characters") << u"zh-Hant"_s << u"Built-in, square (Public domain)"_s;
    QTest::newRow("English") << u"en"_s << u"Built-in, square (Public domain)"_s;
    QTest::newRow("another") << u"ar"_s << u"Built-in, square (Public domain)"_s;
}

void tst_SetFlags::creditsHaveTheLanguageOfTheExport()
{
    QFETCH(const QString, language);
    Manifest manifest;
    manifest.nameTemplate = u"{CC}"_s;
    manifest.sources.append(SourceList::shipped().resolve(u"builtin-1x1"_s).value().definition());
    manifest.put(SetFlag{.code = u"DE"_s,
        .source = u"builtin-1x1"_s,
        .file = u"DE-Germany.svg"_s,
        .sha256 = QByteArray(32, 'x'),
        .licence = u"Public domain"_s});
    add(QLatin1StringView(manifestFileName), manifestToJson(manifest));
    const QLocale before;
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    MarkedSourceTexts translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const QList<ExportFlag> flags = flagsIn({.folder = m_folder->path(), .codes = {}, .language = language});
    QLocale::setDefault(before);
    QCOMPARE(flags.size(), 1);
    QTEST(flags.first().credit, "credit");
    QCOMPARE(flags.first().source, u"Built-in, square"_s); // for files with data
    QCOMPARE(flags.first().licence, u"Public domain"_s);
}

void tst_SetFlags::filesSavedBeforeAKillAreFound()
{
    const QByteArray picture = svgPicture({40, 30});
    SetFlag saved{
        .code = u"DE"_s, .file = u"DE-Germany.svg"_s, .sha256 = sha256(picture), .licence = u"CC0"_s};
    SetFlag announced{.code = u"FR"_s, .file = u"FR-France.svg"_s, .sha256 = sha256(picture)};
    BatchSpec request{.codes = {u"DE"_s, u"FR"_s}, .target = {}};
    request.target.nameTemplate = u"{CC}"_s;
    add(QLatin1StringView(journalFileName),
        journalLine(request) + journalLine(flagToJson(saved)) + journalLine(flagToJson(announced)));
    const QList<ExportFlag> flags = flagsIn({.folder = m_folder->path()});
    QCOMPARE(codesOf(flags), QStringList{u"DE"_s});
    QCOMPARE(flags.first().licence, u"CC0"_s);
}

void tst_SetFlags::newerManifestIsReadPartly()
{
    Manifest manifest;
    manifest.nameTemplate = u"{CC}"_s;
    manifest.put(SetFlag{.code = u"DE"_s, .file = u"DE-Germany.svg"_s, .sha256 = QByteArray(32, 'x')});
    const QByteArray newer = manifestToJson(manifest).replace("\"version\": 1", "\"version\": 2");
    add(QLatin1StringView(manifestFileName), newer);
    QCOMPARE(codesOf(flagsIn({.folder = m_folder->path()})), QStringList{u"DE"_s});
    QFile file(m_folder->filePath(QLatin1StringView(manifestFileName)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), newer);
}

void tst_SetFlags::damagedManifestIsReported()
{
    add(QLatin1StringView(manifestFileName), "{");
    const auto set = flagsOfSet({.folder = m_folder->path()});
    QVERIFY(set);
    QCOMPARE(codesOf(set->flags), (QStringList{u"AT"_s, u"EG"_s, u"DE"_s}));
    QVERIFY(set->damage.contains(u"JSON"_s));
}

void tst_SetFlags::onePerCountryPrefersVectors()
{
    add(u"DE-Germany-320.png"_s, pngPicture({320, 240}));
    add(u"FR-80.png"_s, pngPicture({80, 60}));
    add(u"FR-160.png"_s, pngPicture({160, 120}));
    const QList<ExportFlag> all = flagsIn({.folder = m_folder->path()});
    QCOMPARE(all.size(), 6);
    const QList<ExportFlag> flags = onePerCountry(all);
    QCOMPARE(codesOf(flags), (QStringList{u"AT"_s, u"EG"_s, u"FR"_s, u"DE"_s}));
    QCOMPARE(flags.at(2).file, u"FR-160.png"_s);
    QCOMPARE(flags.at(3).file, u"DE-Germany.svg"_s);
}

void tst_SetFlags::folderWithoutFlagsIsReported()
{
    const QTemporaryDir empty;
    for (const QString &folder : {empty.path(), empty.filePath(u"nowhere"_s)}) {
        const auto set = flagsOfSet({.folder = folder});
        QVERIFY(!set);
        QCOMPARE(set.error().kind, FailureKind::NoSet);
    }
}

FLAGFETCH_TEST(tst_SetFlags, Core)
#include "tst_setflags.moc"
