#include "app/downloads/downloadqueue.h"
#include "tests/downloads/batchlog.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_DownloadQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void limitIsReached_data();
    void limitIsReached();
    void limitIsNeverExceeded_data();
    void limitIsNeverExceeded();
    void requestsInOrderOfCodes();
    void savesThreeHundredFlags();
    void thirtyFailuresOfThreeHundredLeaveTheRestIntact();
    void everyOutcomeIsCounted();
    void repeatedCountriesAreDownloadedOnce();
    void emptyBatchEnds();
    void statesComeInOrder();
    void unreachableHostStopsTheBatch();
    void nextBatchStartsClean();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_DownloadQueue::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_DownloadQueue::limitIsReached_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 7, 30, 100})
        QTest::addRow("%d", limit) << limit;
}

void tst_DownloadQueue::limitIsReached()
{
    QFETCH(int, limit);
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = flagland::request(server, flagland::countries(limit + 5), m_folder->path());
    request.sources.first().limit = limit;

    queue.start(request);

    QTRY_COMPARE(server.counts().inFlight, limit);
    queue.cancel();
    QTRY_COMPARE(server.counts().inFlight, 0);
    QCOMPARE(server.counts().peak, limit);
}

void tst_DownloadQueue::limitIsNeverExceeded_data()
{
    limitIsReached_data();
}

void tst_DownloadQueue::limitIsNeverExceeded()
{
    QFETCH(int, limit);
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = flagland::request(server, flagland::countries(limit + 30), m_folder->path());
    request.sources.first().limit = limit;

    queue.start(request);

    QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), 1, 30'000);
    QCOMPARE(log.finished.first().saved, limit + 30);
    QVERIFY(server.counts().peak <= limit);
}

void tst_DownloadQueue::requestsInOrderOfCodes()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    QList<Country> countries = flagland::countries(20);
    std::ranges::reverse(countries);
    DownloadRequest request = flagland::request(server, countries, m_folder->path());
    request.sources.first().limit = 1;
    request.sources.first().metadataTemplate.clear();

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(server.counts().paths.size(), 20);
    QVERIFY(std::ranges::is_sorted(server.counts().paths));
}

void tst_DownloadQueue::savesThreeHundredFlags()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(flagland::request(server, flagland::countries(300), m_folder->path()));

    QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), 1, 30'000);
    QCOMPARE(log.finished.first().saved, 300);
    QCOMPARE(log.finished.first().total, 300);
    QCOMPARE(log.countriesWith(FlagState::Saved).size(), 300);
    QCOMPARE(flagland::namesIn(m_folder->path()).size(), 300);
    QVERIFY(flagland::hasOnlyCompleteFlags(m_folder->path()));
}

void tst_DownloadQueue::thirtyFailuresOfThreeHundredLeaveTheRestIntact()
{
    QStringList bad;
    for (int number = 3; number < 300; number += 10)
        bad += flagland::codeOf(number);
    ScriptedServer server([bad](const ScriptedRequest &request) {
        if (!flagland::isForPicture(request) || !bad.contains(flagland::codeIn(request)))
            return flagland::answer(request);
        return cutAfter(300, flagland::pictureOf(flagland::codeIn(request))).close();
    });
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(flagland::request(server, flagland::countries(300), m_folder->path()));

    QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), 1, 60'000);
    QCOMPARE(log.countriesWith(FlagState::Failed), bad);
    QCOMPARE(log.countriesWith(FlagState::Saved).size(), 270);
    QCOMPARE(flagland::namesIn(m_folder->path()).size(), 270);
    QVERIFY(flagland::hasOnlyCompleteFlags(m_folder->path()));
    for (const FlagResult &result : std::as_const(log.results)) {
        // Qt may lose the last try of a request when another request breaks their common connection.
        const FailureKind kind = result.failure.kind;
        if (result.state == FlagState::Failed)
            QVERIFY(kind == FailureKind::Truncated || kind == FailureKind::ConnectionLost);
    }
}

void tst_DownloadQueue::everyOutcomeIsCounted()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        const int number = flagland::codeIn(request).at(1).unicode() - u'A';
        return number % 4 == 0 ? status(404) : number % 4 == 1 ? status(418) : flagland::answer(request);
    });
    QFile kept(m_folder->filePath(flagland::fileNameOf(u"AC"_s)));
    QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write(gifPicture()) > 0);
    kept.close();
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = flagland::request(server, flagland::countries(20), m_folder->path());
    request.save.conflict = ConflictPolicy::Skip;

    queue.start(request);
    QVERIFY(queue.isRunning());

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(!queue.isRunning());
    const BatchProgress &progress = log.finished.first();
    QCOMPARE(progress.total, 20);
    QCOMPARE(progress.done(), 20);
    QCOMPARE(progress.notFound, 5);
    QCOMPARE(progress.failed, 5);
    QCOMPARE(progress.skipped, 1);
    QCOMPARE(progress.saved, 9);
    QCOMPARE(progress.cancelled, 0);
    QVERIFY(!progress.stoppedBy);
    QVERIFY(progress.elapsed > 0ms);
}

void tst_DownloadQueue::repeatedCountriesAreDownloadedOnce()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(flagland::request(
        server, flagland::countries(5) + flagland::countries(3) + flagland::countries(5), m_folder->path()));

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(log.finished.first().total, 5);
    QCOMPARE(log.results.size(), 5);
    QCOMPARE(server.counts().paths.size(), 10);
}

void tst_DownloadQueue::emptyBatchEnds()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(flagland::request(server, {}, m_folder->path()));
    QCOMPARE(log.finished.size(), 0);

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(log.finished.first().total, 0);
    QVERIFY(!queue.isRunning());
}

void tst_DownloadQueue::statesComeInOrder()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(flagland::request(server, flagland::countries(40), m_folder->path()));

    QTRY_COMPARE(log.finished.size(), 1);
    for (const Country &country : flagland::countries(40)) {
        QCOMPARE(log.states.value(country.code),
            (QList<FlagState>{FlagState::Waiting, FlagState::Downloading, FlagState::Saved}));
    }
}

void tst_DownloadQueue::unreachableHostStopsTheBatch()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = flagland::request(server, flagland::countries(200), m_folder->path());
    request.sources.first().imageTemplate = u"http://127.0.0.1:%1/{cc}.gif"_s.arg(closed.serverPort());
    request.sources.first().metadataTemplate.clear();
    request.sources.first().limit = 2;
    closed.close();

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(log.finished.first().stoppedBy);
    QCOMPARE(log.finished.first().stoppedBy->kind, FailureKind::ConnectionRefused);
    QCOMPARE(log.finished.first().failed, 200);
    QVERIFY(log.finished.first().notRequested > 150);
    QCOMPARE(log.results.size(), 200);
    for (const FlagResult &result : std::as_const(log.results))
        QCOMPARE(result.failure.kind, FailureKind::ConnectionRefused);
}

void tst_DownloadQueue::nextBatchStartsClean()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    for (const int count : {5, 3}) {
        log.clear();
        queue.start(flagland::request(server, flagland::countries(count), m_folder->path()));
        QTRY_COMPARE(log.finished.size(), 1);
        QCOMPARE(log.finished.first().total, count);
        QCOMPARE(log.finished.first().saved, count);
        QCOMPARE(log.results.size(), count);
    }
}

FLAGFETCH_TEST(tst_DownloadQueue, Core)
#include "tst_downloadqueue.moc"
