#include "tests/faults/faultrow.h"
#include "tests/faults/measurements.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Invalid data about a country or a source.
class tst_MetadataFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row49BadMetadata_data();
    void row49BadMetadata();
    void row50HugeMetadata_data();
    void row50HugeMetadata();
    void row50OneFileForAll();
    void row50OneFileTooLarge();
    void row51AddressOfASource_data();
    void row51AddressOfASource();
};

namespace {

/// A names file with all countries and many other entries.
QByteArray namesOf(const QList<Country> &countries)
{
    constexpr int entries = 100'000;
    QByteArray json = "[";
    for (const Country &country : countries)
        json += R"({"code":")" + country.code.toUtf8() + R"(","name":")" + country.name.toUtf8() + R"("},)";
    for (int other = 0; other < entries; ++other)
        json += R"({"code":")" + QByteArray::number(other) + R"(","name":"Otherland"},)";
    return json.chopped(1) + ']';
}

void nameInOneFile(FaultBatch &batch, const ScriptedServer &server)
{
    batch.source.metadataTemplate.clear();
    batch.source.names = NamesFile{
        .url = QUrl(server.address(u"/names.json"_s)), .codePath = u"code"_s, .namePath = u"name"_s};
    batch.transfer.deadline *= 10; // must not expire
}

} // namespace

void tst_MetadataFaults::row49BadMetadata_data()
{
    const QByteArray whole = R"({"iso_cc": "AG", "country": "Antigua"})";
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("row 49 metadata truncated") << whole.chopped(3);
    QTest::newRow("row 49 byte order mark") << "\xef\xbb\xbf" + whole;
    QTest::newRow("row 49 metadata 1025 deep")
        << R"({"country": "Antigua", "deep": )" + QByteArray(1024, '[') + QByteArray(1024, ']') + '}';
    QTest::newRow("row 49 invalid UTF-8") << QByteArray("{\"country\": \"Antigu\xff\"}");
    QTest::newRow("row 49 not an object") << '[' + whole + ']';
    QTest::newRow("row 49 no country") << QByteArray(R"({"iso_cc": "AG"})");
    QTest::newRow("row 49 country is a number") << QByteArray(R"({"country": 268})");
    QTest::newRow("row 49 country is null") << QByteArray(R"({"country": null})");
    QTest::newRow("row 49 country is a list") << QByteArray(R"({"country": ["Antigua"]})");
}

void tst_MetadataFaults::row49BadMetadata()
{
    QFETCH(QByteArray, json);
    FaultBatch batch(planOfMetadata(ok(json)));

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::BadMetadata)), QString());
}

void tst_MetadataFaults::row50HugeMetadata_data()
{
    constexpr int size = 16;
    const QByteArray block(mebi, ' ');
    const QByteArray good = metadataNaming(u"Flagland AG"_s); // valid if it were shorter
    QTest::addColumn<Script>("metadata");
    QTest::newRow("row 50 metadata of 16 MB, announced")
        << Script()
               .send(answerHead(200, {lengthLine(size * mebi + good.size())}) + good)
               .sendRepeatedly(size, block);
    QTest::newRow("row 50 metadata of 16 MB, chunked")
        << Script()
               .send(answerHead(200, {"Transfer-Encoding: chunked"}))
               .send(QByteArray::number(good.size(), 16) + "\r\n" + good + "\r\n")
               .sendRepeatedly(size, "100000\r\n" + block + "\r\n")
               .send("0\r\n\r\n");
    QTest::newRow("row 50 metadata of 16 MB, until close")
        << Script().send(answerHead(200, {}) + good).sendRepeatedly(size, block).close();
}

void tst_MetadataFaults::row50HugeMetadata()
{
    QFETCH(Script, metadata);
    FaultBatch batch(planOfMetadata(metadata));
    batch.transfer.deadline *= 10; // must not expire
    const PeakMemory peak;

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::BadMetadata)), QString());
    if (peak.isKnown())
        QVERIFY2(peak.growth() < 16 * kibi, qPrintable(u"%1 KiB"_s.arg(peak.growth())));
}

// Parsing the file on the event loop would block it; BatchInvariants checks that.
void tst_MetadataFaults::row50OneFileForAll()
{
    FaultBatch batch({.faulty = {}, .countries = 200, .faultyCountries = 0});
    ScriptedServer names([json = namesOf(batch.countries())](const ScriptedRequest &) { return ok(json); });
    nameInOneFile(batch, names);

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), 200);
    QCOMPARE(names.hits("/names.json"), 1);
}

void tst_MetadataFaults::row50OneFileTooLarge()
{
    ScriptedServer names([](const ScriptedRequest &) {
        return Script().send(answerHead(200, {})).sendRepeatedly(16, QByteArray(mebi, ' ')).close();
    });
    FaultBatch batch({.faulty = [](const ScriptedRequest &) { return Script().stall(); },
        .countries = 200,
        .faultyCountries = 200});
    nameInOneFile(batch, names);

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Failed), 200);
    QVERIFY(batch.end().stoppedBy);
    QCOMPARE(*batch.end().stoppedBy, (Failure{FailureKind::BadMetadata, 0, u"too large"_s}));
}

void tst_MetadataFaults::row51AddressOfASource_data()
{
    const QString onlyHttp = u"only http:// and https:// addresses are allowed"_s;
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("reason");
    QTest::newRow("row 51 file:") << QByteArray("file:///etc/{cc}") << onlyHttp;
    QTest::newRow("row 51 no scheme")
        << QByteArray("//127.0.0.1/{cc}.gif") << u"an address begins with http:// or https://"_s;
    QTest::newRow("row 51 user name and password")
        << QByteArray("http://anna:s3cr3t@127.0.0.1/{cc}.gif") << u"a user name or password"_s;
    QTest::newRow("row 51 no placeholder")
        << QByteArray("http://127.0.0.1/flag.gif") << u"a placeholder for the country is missing"_s;
    QTest::newRow("row 51 unknown placeholder")
        << QByteArray("http://127.0.0.1/{cc}/{name}.gif") << u"{name} is not known"_s;
}

// The program refuses to start and downloads nothing. It refuses each address for pictures and for metadata.
void tst_MetadataFaults::row51AddressOfASource()
{
    QFETCH(QByteArray, address);
    QFETCH(QString, reason);
    const QByteArray asPicture = R"([{"id": "mine", "image": ")" + address + R"("}])";
    const QByteArray asMetadata
        = R"([{"id": "mine", "image": "http://127.0.0.1/{cc}", "metadata": ")" + address + R"("}])";
    for (const QByteArray &sources : {asPicture, asMetadata}) {
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath(u"mine.json"_s), sources));

        const EndedRun ended = ::run(
            {u"--headless"_s, u"--sources"_s, u"mine.json"_s, u"-s"_s, u"mine"_s, u"BR"_s}, folder.path());

        QCOMPARE(ended.status, 2);
        QCOMPARE(ended.errorLines().size(), 1);
        QVERIFY2(ended.errors.startsWith("flagfetch: mine.json, entry 1: "_L1), qPrintable(ended.errors));
        QVERIFY2(ended.errors.contains(reason), qPrintable(ended.errors));
        QVERIFY2(!ended.errors.contains("s3cr3t"_L1), qPrintable(ended.errors));
        QCOMPARE(filesIn(folder.path()), QStringList{u"mine.json"_s});
    }
}

FLAGFETCH_TEST(tst_MetadataFaults, Core)
#include "tst_metadatafaults.moc"
