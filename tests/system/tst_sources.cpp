#include "tests/support/samplepictures.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The real program with several sources, and with sources of the user.
class tst_Sources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyKindOfMetadataIsRead_data();
    void everyKindOfMetadataIsRead();
    void nextSourceSuppliesMissingFlags();
    void unreachableFirstSourceIsSkipped();
    void userSourcesAreReadAtStart();
    void badUserEntriesAreReportedAndOthersWork_data();
    void badUserEntriesAreReportedAndOthersWork();
    void invalidSourcesFileGivesOneLine();
    void formatAndWidthReachTheServer();
    void comparesTwoSources();
    void comparisonReportsMissingFlags();
    void comparisonNamesUnreachableSource();

private:
    [[nodiscard]] EndedRun run(const QStringList &arguments) const
    {
        return ::run(arguments, m_folder->path());
    }
    [[nodiscard]] EndedRun headless(const QStringList &arguments) const
    {
        return run(QStringList{u"--headless"_s, u"-o"_s, u"out"_s} + arguments);
    }
    [[nodiscard]] QStringList files() const { return filesIn(m_folder->filePath(u"out"_s)); }
    void writeOwn(const QByteArray &json) const
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u".config/flagfetch"_s)));
        QVERIFY(writeFile(m_folder->filePath(u".config/flagfetch/sources.json"_s), json));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray entry(const QByteArray &id, const ScriptedServer &server, const QByteArray &more = {})
{
    return R"({"id": ")" + id + R"(", "image": ")" + server.address(u"/{cc}.gif"_s).toUtf8() + '"' + more
        + '}';
}

Script sharedPictures(const ScriptedRequest &request)
{
    return request.path.endsWith(".gif") ? ok(gifPicture()) : status(404);
}

} // namespace

void tst_Sources::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Sources::everyKindOfMetadataIsRead_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("file");
    QTest::newRow("for each country")
        << QByteArray(R"(, "metadata": "BASE/{cc}.json")") << QByteArray("/br.json")
        << QByteArray(R"({"country": "Brasil"})") << u"BR-Brasil.gif"_s;
    QTest::newRow("for each country, by a path")
        << QByteArray(R"(, "metadata": "BASE/{num}.json", "metadataName": "name.native.por")")
        << QByteArray("/076.json") << QByteArray(R"({"name": {"native": {"por": "Brasil"}}})")
        << u"BR-Brasil.gif"_s;
    QTest::newRow("one file, an object")
        << QByteArray(R"(, "names": "BASE/names.json")") << QByteArray("/names.json")
        << QByteArray(R"({"br": "Brasil"})") << u"BR-Brasil.gif"_s;
    QTest::newRow("one file, an object of objects")
        << QByteArray(R"(, "names": "BASE/names.json", "namesName": "name")") << QByteArray("/names.json")
        << QByteArray(R"({"BR": {"name": "Brasil"}})") << u"BR-Brasil.gif"_s;
    QTest::newRow("one file, an array")
        << QByteArray(R"(, "names": "BASE/names.json", "namesCode": "cca2", "namesName": "name.common")")
        << QByteArray("/names.json") << QByteArray(R"([{"cca2": "BR", "name": {"common": "Brasil"}}])")
        << u"BR-Brasil.gif"_s;
    QTest::newRow("none") << QByteArray() << QByteArray("/nothing") << QByteArray() << u"BR-Brazil.gif"_s;
}

void tst_Sources::everyKindOfMetadataIsRead()
{
    QFETCH(QByteArray, keys);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, answer);
    QFETCH(QString, file);
    const ScriptedServer server([path, answer](const ScriptedRequest &request) {
        return request.path == path ? ok(answer) : sharedPictures(request);
    });
    writeOwn('[' + entry("mine", server, keys.replace("BASE", server.address({}).toUtf8())) + ']');

    const EndedRun ended = headless({u"-s"_s, u"mine"_s, u"BR"_s});

    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(files(), QStringList{file});
}

void tst_Sources::nextSourceSuppliesMissingFlags()
{
    const ScriptedServer office([](const ScriptedRequest &request) {
        return request.path == "/ke.gif" ? ok(gifPicture()) : status(404);
    });
    writeOwn('[' + entry("office", office, R"(, "title": "Office")") + ']');

    const EndedRun ended
        = headless({u"-s"_s, u"office"_s, u"-s"_s, u"builtin"_s, u"--json"_s, u"-v"_s, u"KE"_s, u"NG"_s});

    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(files(), (QStringList{u"KE-Kenya.gif"_s, u"NG-Nigeria.svg"_s}));
    QCOMPARE(ended.outputLines().size(), 2);
    for (const QString &line : ended.outputLines()) {
        const QJsonObject flag = QJsonDocument::fromJson(line.toUtf8()).object();
        const bool isKenya = flag.value("code"_L1) == u"KE"_s;
        QCOMPARE(flag.value("source"_L1), isKenya ? u"office"_s : u"builtin"_s);
        QCOMPARE(flag.value("earlier"_L1).toArray().size(), isKenya ? 0 : 1);
    }
    QVERIFY(ended.errors.contains("from Built-in (Office: the source has no such flag"_L1));
    QVERIFY(ended.errors.contains("1 from "_L1));
}

void tst_Sources::unreachableFirstSourceIsSkipped()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString dead = u"http://127.0.0.1:%1/"_s.arg(closed.serverPort());
    closed.close();

    const EndedRun ended = headless({u"-s"_s, dead, u"-s"_s, u"builtin"_s, u"-m"_s, u"2"_s});

    QCOMPARE(ended.status, 0);
    QCOMPARE(files().size(), 20);
    QVERIFY2(ended.output.contains("20 from Built-in."_L1), qPrintable(ended.output));
}

void tst_Sources::userSourcesAreReadAtStart()
{
    const ScriptedServer server(sharedPictures);
    writeOwn('[' + entry("flagcdn", server) + ']'); // replaces the shipped source

    QCOMPARE(headless({u"-s"_s, u"flagcdn"_s, u"BR"_s}).status, 0);
    QCOMPARE(server.hits("/br.gif"), 1);
    QVERIFY(run({u"--list-sources"_s}).output.contains("flagcdn; gif; yours"_L1));
}

// Row 51 of the faults, in the sources file of the user.
void tst_Sources::badUserEntriesAreReportedAndOthersWork_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("reason");
    const auto image = [](const QByteArray &address) -> QByteArray {
        return R"({"id": "bad", "image": ")" + address + "\"}";
    };
    const QString onlyHttp = u"only http:// and https:// addresses are allowed"_s;
    QTest::newRow("row 51 file:") << image("file:///etc/{cc}") << onlyHttp;
    QTest::newRow("row 51 no scheme")
        << image("//127.0.0.1/{cc}.gif") << u"an address begins with http:// or https://"_s;
    QTest::newRow("row 51 user name and password")
        << image("http://anna:s3cr3t@127.0.0.1/{cc}.gif") << u"a user name or password"_s;
    QTest::newRow("row 51 no placeholder")
        << image("http://127.0.0.1/flag.gif") << u"a placeholder for the country is missing"_s;
    QTest::newRow("row 51 unknown placeholder")
        << image("http://127.0.0.1/{cc}/{name}.gif") << u"{name} is not known"_s;
    QTest::newRow("id twice") << QByteArray(R"({"id": "GOOD", "image": "http://h/{cc}"})")
                              << u"the id \"GOOD\" occurs twice"_s;
    QTest::newRow("not an object") << QByteArray("17") << u"a source must be an object"_s;
}

void tst_Sources::badUserEntriesAreReportedAndOthersWork()
{
    QFETCH(QByteArray, bad);
    QFETCH(QString, reason);
    const ScriptedServer server(sharedPictures);
    writeOwn('[' + entry("good", server) + ',' + bad + ']');

    const EndedRun ended = headless({u"-s"_s, u"good"_s, u"BR"_s});

    QCOMPARE(ended.status, 0);
    QCOMPARE(files(), QStringList{u"BR-Brazil.gif"_s});
    QVERIFY2(ended.errorLines().first().contains("sources.json, entry 2: "_L1), qPrintable(ended.errors));
    QVERIFY2(ended.errorLines().first().contains(reason), qPrintable(ended.errors));
    QVERIFY(!ended.everything().contains("s3cr3t"_L1));
}

void tst_Sources::invalidSourcesFileGivesOneLine()
{
    writeOwn(QByteArray("\x7f\x45\x4c\x46\0\1", 6));

    const EndedRun ended = headless({u"BR"_s});

    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.errorLines().size(), 2); // and the line of received codes
    QVERIFY2(ended.errorLines().first().contains("this is not JSON"_L1), qPrintable(ended.errors));
}

void tst_Sources::formatAndWidthReachTheServer()
{
    const ScriptedServer server([](const ScriptedRequest &) { return ok(pngPicture()); });
    writeOwn(QByteArray(R"([{"id": "mine", "images": [{"formats": ["webp", "png"], "widths": [20, 640],
        "url": "BASE/w{width}/{cc}.{format}"}]}])")
                 .replace("BASE", server.address({}).toUtf8()));

    QCOMPARE(
        headless({u"-s"_s, u"mine"_s, u"--format"_s, u"png"_s, u"--width"_s, u"640"_s, u"BR"_s}).status, 0);
    QCOMPARE(server.counts().paths, QList<QByteArray>{"/w640/br.png"});
}

void tst_Sources::comparesTwoSources()
{
    const ScriptedServer one([](const ScriptedRequest &request) {
        return ok(request.path == "/br.gif" ? svgPicture() : gifPicture({30, 20}, 5));
    });
    const ScriptedServer other([](const ScriptedRequest &) { return ok(gifPicture({60, 40}, 5)); });
    writeOwn('[' + entry("one", one) + ',' + entry("other", other) + ']');

    const QStringList comparing{u"--compare"_s, u"-s"_s, u"one"_s, u"-s"_s, u"other"_s, u"BR"_s, u"FR"_s};
    const EndedRun table = run(comparing);
    const EndedRun data = run(comparing + QStringList{u"--json"_s});

    QVERIFY2(table.status == 0, qPrintable(table.everything()));
    QCOMPARE(table.outputLines().size(), 3);
    QVERIFY(table.outputLines().at(1).contains("BR  Brazil"_L1)); // BR differs more
    QCOMPARE(data.outputLines().size(), 2);
    const auto distance = [&data](int line) {
        return QJsonDocument::fromJson(data.outputLines().at(line).toUtf8())
            .object()
            .value("distance"_L1)
            .toDouble(-1);
    };
    QVERIFY(distance(0) > distance(1));
    QVERIFY(distance(1) >= 0 && distance(1) < 8);
    QVERIFY(!QDir(m_folder->filePath(u"downloads"_s)).exists());
}

void tst_Sources::comparisonReportsMissingFlags()
{
    const ScriptedServer one([](const ScriptedRequest &) { return status(404); });
    writeOwn('[' + entry("one", one) + ']');

    const EndedRun ended = run({u"--compare"_s, u"-s"_s, u"one"_s, u"-s"_s, u"builtin"_s, u"BR"_s});

    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.outputLines().last().contains("(one: the source has no such flag"_L1),
        qPrintable(ended.output));
}

// Regression: the source that was given up had no name: "(: the server refused the connection)".
void tst_Sources::comparisonNamesUnreachableSource()
{
    {
        const ScriptedServer one([](const ScriptedRequest &) { return status(404); });
        writeOwn('[' + entry("one", one) + ']');
    } // and now nothing listens there
    const EndedRun ended = run({u"--compare"_s, u"-s"_s, u"one"_s, u"-s"_s, u"builtin"_s, u"--all"_s});

    QCOMPARE(ended.status, 1);
    QVERIFY2(!ended.output.contains("(:"_L1), qPrintable(ended.output));
    QCOMPARE(ended.output.count("(one:"_L1), 250);
}

FLAGFETCH_TEST(tst_Sources, Core)
#include "tst_sources.moc"
