#include "app/downloads/downloadqueue.h"
#include "tests/downloads/batchlog.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Batches from a source with one names file for all countries.
class tst_SharedNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsRequestedOnce();
    void flagsWaitForALateFile();
    void fewPicturesWaitForTheFile();
    void countriesMissingFromTheFileUseTheCatalogueName();
    void missingFileUsesCatalogueNames();
    void brokenFileStopsTheBatchWithOneReason_data();
    void brokenFileStopsTheBatchWithOneReason();
    void onlyFlagFailsWithoutItsFile();
    void batchCanBeCancelledBeforeTheFileArrives();
    void queueCanBeDestroyedBeforeTheFileArrives();

private:
    /// A source whose names file gets the response `file`.
    [[nodiscard]] static ScriptedServer::Handler sourceWith(const std::function<Script()> &file)
    {
        return [file](const ScriptedRequest &request) {
            return request.path == "/names.json" ? file() : flagland::answer(request);
        };
    }
    [[nodiscard]] DownloadRequest request(const ScriptedServer &server, int count) const
    {
        DownloadRequest request = flagland::request(server, flagland::countries(count), m_folder.path());
        request.sources.first().metadataTemplate.clear();
        request.sources.first().names = NamesFile{.url = QUrl(server.address(u"/names.json"_s)),
            .codePath = u"cca2"_s,
            .namePath = u"name.common"_s};
        request.transfer.retry.firstDelay = 1ms;
        return request;
    }

    QTemporaryDir m_folder;
};

void tst_SharedNames::fileIsRequestedOnce()
{
    ScriptedServer server(sourceWith([] {
        return ok(
            R"([{"cca2": "AA", "name": {"common": "First"}}, {"cca2": "ab", "name": {"common": "../x"}}])");
    }));
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(server, 2));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 2));
    QCOMPARE(log.finished.first().saved, 2);
    QCOMPARE(server.hits("/names.json"), 1);
    QCOMPARE(server.counts().paths.size(), 3);
    const QStringList files = QDir(m_folder.path()).entryList({u"*.gif"_s}, QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.first(), u"AA-First.gif"_s);
    for (const FlagResult &result : std::as_const(log.results))
        QVERIFY(!result.nameFromCatalogue);
}

void tst_SharedNames::flagsWaitForALateFile()
{
    ScriptedServer server(
        sourceWith([] { return ok(R"([{"cca2": "AA", "name": {"common": "Late"}}])").wait(200ms); }));
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(server, 1));

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(log.results.first().name, u"Late"_s);
}

// The pictures are in memory.
void tst_SharedNames::fewPicturesWaitForTheFile()
{
    constexpr int flags = 40;
    const QByteArray picture = gifPicture({60, 40}) + QByteArray(1 << 20, ' ');
    ScriptedServer server([&picture](const ScriptedRequest &request) {
        return request.path == "/names.json" ? Script().stall() : ok(picture);
    });
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest batch = request(server, flags);
    batch.sources.first().limit = 4;
    batch.transfer.deadline = 3s; // applies to the names file
    batch.transfer.retry.tries = 1;

    queue.start(batch);

    QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), 1, 20'000);
    // Eight of them, plus the requests that were in flight.
    QVERIFY2(server.counts().paths.size() < 20, qPrintable(QString::number(server.counts().paths.size())));
}

void tst_SharedNames::countriesMissingFromTheFileUseTheCatalogueName()
{
    ScriptedServer server(sourceWith([] { return ok(R"([{"cca2": "ZZ", "name": {"common": "Other"}}])"); }));
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(server, 1));

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(log.results.first().state, FlagState::Saved);
    QCOMPARE(log.results.first().name, u"Catalogue AA"_s);
    QVERIFY(log.results.first().nameFromCatalogue);
}

void tst_SharedNames::missingFileUsesCatalogueNames()
{
    ScriptedServer server(sourceWith([] { return status(404); }));
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(server, 10));

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(log.finished.first().saved, 10);
    QVERIFY(log.results.first().nameFromCatalogue);
}

void tst_SharedNames::brokenFileStopsTheBatchWithOneReason_data()
{
    QTest::addColumn<Script>("file");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("not JSON") << ok("<html>") << FailureKind::BadMetadata;
    QTest::newRow("without names") << ok("[]") << FailureKind::BadMetadata;
    QTest::newRow("error") << status(500) << FailureKind::ServerError;
    QTest::newRow("too large") << ok(QByteArray(9 << 20, ' ')) << FailureKind::BadMetadata;
}

void tst_SharedNames::brokenFileStopsTheBatchWithOneReason()
{
    QFETCH(Script, file);
    QFETCH(FailureKind, kind);
    ScriptedServer server(sourceWith([file] { return file; }));
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(server, 100));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 100));
    QVERIFY(log.finished.first().stoppedBy);
    QCOMPARE(log.finished.first().stoppedBy->kind, kind);
    QCOMPARE(log.finished.first().failed, 100);
}

// Only users cancel. The picture may fail before or after the file.
void tst_SharedNames::onlyFlagFailsWithoutItsFile()
{
    ScriptedServer server(sourceWith([] { return status(500); }));
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(server, 1);
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    request.sources.first().imageTemplate = u"http://127.0.0.1:%1/{cc}.gif"_s.arg(closed.serverPort());
    closed.close();

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 1));
    const BatchProgress &end = log.finished.first();
    QCOMPARE(end.failed, 1);
    QCOMPARE(end.notRequested, 0);
    const FailureKind kind = log.results.first().failure.kind;
    QVERIFY(kind == FailureKind::ServerError || kind == FailureKind::ConnectionRefused);
}

void tst_SharedNames::batchCanBeCancelledBeforeTheFileArrives()
{
    ScriptedServer server(sourceWith([] { return Script().stall(); }));
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(server, 5));
    QTRY_COMPARE(server.hits("/ae/ae.gif"), 1);

    queue.cancel();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 5));
    QCOMPARE(log.finished.first().cancelled, 5);
    QTRY_COMPARE(server.counts().inFlight, 0);
}

void tst_SharedNames::queueCanBeDestroyedBeforeTheFileArrives()
{
    ScriptedServer server(sourceWith([] { return Script().stall(); }));
    {
        DownloadQueue queue;
        queue.start(request(server, 5));
        QTRY_COMPARE(server.hits("/names.json"), 1);
    }
    QTRY_COMPARE(server.counts().inFlight, 0);
}

FLAGFETCH_TEST(tst_SharedNames, Core)
#include "tst_sharednames.moc"
