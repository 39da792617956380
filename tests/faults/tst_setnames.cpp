#include "app/storage/filereading.h"
#include "tests/faults/faultbatch.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/servedset.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Rows 53 to 59 for sets: the real program keeps sets of countries whose names are not safe as file names.
class tst_SetNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows53To59_data();
    void rows53To59();
};

namespace {

/// Names by code, as in JSON. Those of European countries are alike, except for that of Austria, which is
/// the name of another country.
QHash<QString, QByteArray> hostileNames()
{
    QHash<QString, QByteArray> names{
        {u"DE"_s, "LAND"},
        {u"FR"_s, "land"},
        {u"IT"_s, R"(L\u00e4nd)"},
        {u"ES"_s, R"(La\u0308nd)"},
        {u"PT"_s, "Land"},
        {u"PL"_s, "Land"},
        {u"AT"_s, "Germany"},
    };
    const QList<QByteArray> others{"../x", "../../../x", "/abs", R"(..\\x)", "a/../../x", R"(Flag\u0000land)",
        R"(Flag\u202eland)", R"(Flag\u200bland\ufeff)", R"(\u0007\n\u001b[31mland)", R"(Flag\ud83cland)",
        R"(Flag\udde9land)", "CON", "COM1", "nul.txt", R"(a:?*\"<>|b)", "Flagland. . ", "", ".", "..",
        "--output", ".profile", ".flagfetch.lock", ".flagfetch-batch.jsonl", "flags.json", "FLAGS.JSON",
        "ATTRIBUTION.md", "flags.json.damaged-1", "flags", "{CC}", "%1", QByteArray(300, 'a'),
        QByteArray("\xc3\xa9").repeated(200)};
    qsizetype next = 0;
    for (const QString &code : everyCode()) {
        if (next < others.size() && !names.contains(code))
            names.insert(code, others.at(next++));
    }
    return names;
}

Script answer(const QHash<QString, QByteArray> &names, const ScriptedRequest &request)
{
    if (!request.path.endsWith("/metadata.json"))
        return ok(FaultBatch::pictureFor(request.path));
    return ok(
        R"({"country": ")" + names.value(QString::fromLatin1(request.path.mid(1, 2)).toUpper()) + R"("})");
}

/// The file with this content.
QString fileWith(const QByteArray &bytes, const QHash<QString, QByteArray> &contents)
{
    return contents.key(bytes);
}

} // namespace

void tst_SetNames::rows53To59_data()
{
    QTest::addColumn<QString>("nameTemplate");
    QTest::addColumn<QStringList>("alike"); // files of DE, FR, IT, ES, PT, PL and AT
    QTest::newRow("rows 53 to 59, a folder for each")
        << u"{country}/{CC}"_s
        << QStringList{u"LAND/DE"_s, u"land/FR"_s, u"L\u00e4nd/IT"_s, u"L\u00e4nd/ES"_s, u"Land/PT"_s,
               u"Land/PL"_s, u"Austria/AT"_s};
    QTest::newRow("rows 53 to 59, folders of continents")
        << u"{continent}/{country}"_s
        << QStringList{u"europe/LAND-DE"_s, u"europe/land-FR"_s, u"europe/L\u00e4nd-IT"_s,
               u"europe/L\u00e4nd-ES"_s, u"europe/Land-PT"_s, u"europe/Land-PL"_s, u"europe/Austria"_s};
    QTest::newRow("rows 53 to 59, without a code")
        << u"{country}"_s
        << QStringList{u"LAND-DE"_s, u"land-FR"_s, u"L\u00e4nd-IT"_s, u"L\u00e4nd-ES"_s, u"Land-PT"_s,
               u"Land-PL"_s, u"Austria"_s};
}

// After the first download every operation keeps all file names, and no file appears elsewhere.
void tst_SetNames::rows53To59()
{
    QFETCH(const QString, nameTemplate);
    QFETCH(const QStringList, alike);
    const QHash<QString, QByteArray> names = hostileNames();
    const ScriptedServer server([&names](const ScriptedRequest &request) { return answer(names, request); });
    const QTemporaryDir scratch;
    const QString deep = scratch.filePath(u"1/2/3"_s);
    QVERIFY(QDir().mkpath(deep));
    const QStringList download = QStringList{u"--headless"_s, u"--server"_s, server.address(), u"--output"_s,
                                     u"flags"_s, u"--name"_s, nameTemplate, u"--png"_s, u"8"_s}
        + names.keys();
    const QString well = u"%1 files checked, all intact.\n"_s.arg(2 * names.size());

    const EndedRun first = run(download, deep);
    QVERIFY2(first.status == 0, qPrintable(first.everything()));
    const auto downloaded = tracesIn(deep + u"/flags"_s);
    const auto contents = contentsOf(deep + u"/flags"_s);
    QCOMPARE(downloaded.size(), 2 * names.size() + 2);
    QCOMPARE(tracesIn(scratch.path()).size(), downloaded.size());
    for (auto file = downloaded.keyBegin(); file != downloaded.keyEnd(); ++file)
        QVERIFY2(isSafeRelativePath(*file), qPrintable(*file));
    QStringList saved;
    for (const char *code : {"de", "fr", "it", "es", "pt", "pl", "at"})
        saved.append(fileWith(FaultBatch::pictureFor(QByteArray("/") + code + '/' + code + ".gif"), contents)
                         .chopped(4));
    QCOMPARE(saved, alike);
    QCOMPARE(run({u"--verify"_s, u"flags"_s}, deep).everything(), well);

    const EndedRun updated = run({u"--update"_s, u"flags"_s}, deep);
    QVERIFY2(updated.status == 0, qPrintable(updated.everything()));
    QVERIFY2(updated.output.contains(u", %1 unchanged."_s.arg(names.size())), qPrintable(updated.output));
    QCOMPARE(touched(downloaded, tracesIn(deep + u"/flags"_s)), QString());

    const qsizetype requested = server.counts().paths.size();
    const EndedRun skipped = run(download + QStringList{u"--conflict"_s, u"skip"_s}, deep);
    QVERIFY2(skipped.status == 0, qPrintable(skipped.everything()));
    QCOMPARE(server.counts().paths.size(), requested);
    QCOMPARE(touched(downloaded, tracesIn(deep + u"/flags"_s)), QString());

    QCOMPARE(run(download, deep).status, 0);
    QCOMPARE(contentsOf(deep + u"/flags"_s), contents);
    QCOMPARE(run({u"--from"_s, u"flags/flags.json"_s, u"--output"_s, u"copy"_s}, deep).status, 0);
    QCOMPARE(contentsOf(deep + u"/copy"_s), contents);
    QCOMPARE(run({u"--verify"_s, u"copy"_s}, deep).everything(), well);
    QCOMPARE(tracesIn(scratch.path()).size(), 2 * downloaded.size());
}

FLAGFETCH_TEST(tst_SetNames, Core)
#include "tst_setnames.moc"
