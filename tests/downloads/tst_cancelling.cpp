#include "app/downloads/downloadqueue.h"
#include "tests/downloads/batchlog.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Cancelling and destroying a DownloadQueue during a batch.
class tst_Cancelling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cancelMidwayGivesEachCountryOneResult();
    void cancelAtOnceSendsNoRequest();
    void cancelledCountryHasTheRequestsThatWereSent_data();
    void cancelledCountryHasTheRequestsThatWereSent();
    void cancelledFallbackHasTheRequestsOfBothSources();
    void cancelWhileIdleDoesNothing();
    void cancelInsideAResultWorks();
    void cancelInsideAStateChangeWorks_data();
    void cancelInsideAStateChangeWorks();
    void cancelInsideTheResultsOfACancelDoesNothing();
    void nextBatchGetsNoResultsOfTheCancelledOne();
    void nextBatchMayStartInsideFinished();
    void destructionAtAnyMomentLeavesWholeFiles();

private:
    [[nodiscard]] DownloadRequest request(const ScriptedServer &server, int count) const
    {
        return flagland::request(server, flagland::countries(count), m_folder->path());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Cancelling::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Cancelling::cancelMidwayGivesEachCountryOneResult()
{
    int requests = 0; // two for each flag; the later ones are never answered, so that something is left
    ScriptedServer server({.handler =
                               [&requests](const ScriptedRequest &request) {
                                   return ++requests > 200 ? Script().stall() : flagland::answer(request);
                               },
        .pause = 10ms});
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(server, 200));
    QTRY_VERIFY(log.results.size() >= 20);

    queue.cancel();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 200));
    QVERIFY(log.finished.first().cancelled > 0);
    QVERIFY(!log.finished.first().stoppedBy);
    QVERIFY(!queue.isRunning());
    QCOMPARE(flagland::namesIn(m_folder->path()).size(), log.countriesWith(FlagState::Saved).size());
    QVERIFY(flagland::hasOnlyCompleteFlags(m_folder->path()));
    QTRY_COMPARE(server.counts().inFlight, 0);
}

void tst_Cancelling::cancelAtOnceSendsNoRequest()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(server, 50));
    queue.cancel();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 50));
    QCOMPARE(log.finished.first().cancelled, 50);
    QCOMPARE(server.counts().connections, 0);
}

void tst_Cancelling::cancelledCountryHasTheRequestsThatWereSent_data()
{
    QTest::addColumn<bool>("isBatch");
    QTest::addColumn<int>("code");
    QTest::newRow("batch, failures") << true << 500;
    QTest::newRow("country, failures") << false << 500;
    QTest::newRow("batch, refusals") << true << 429;
    QTest::newRow("country, refusals") << false << 429;
}

// The server fails for the picture again and again.
void tst_Cancelling::cancelledCountryHasTheRequestsThatWereSent()
{
    QFETCH(const bool, isBatch);
    QFETCH(const int, code);
    ScriptedServer server([code](const ScriptedRequest &request) {
        if (flagland::isForPicture(request))
            return status(code);
        // After a refusal, a request in flight would occupy the only slot.
        return code == 429 ? flagland::answer(request) : Script().stall();
    });
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest batch = request(server, 1);
    batch.transfer.retry = {.tries = 1000, .firstDelay = 100ms, .longestDelay = 100ms};
    queue.start(batch);
    QTRY_VERIFY(server.counts().paths.size() >= 3);
    if (isBatch)
        queue.cancel();
    else
        queue.cancelCountry(u"AA"_s);

    QTRY_COMPARE(log.finished.size(), 1);
    const FlagResult result = log.results.first();
    QCOMPARE(result.state, FlagState::Cancelled);
    const auto seen = int(server.counts().paths.size());
    QVERIFY2(result.tries >= 3 && qAbs(result.tries - seen) <= 1, // the last one may not have arrived
        qPrintable(u"%1 of %2"_s.arg(result.tries).arg(seen)));
    QVERIFY(result.image.started);
    QVERIFY(!result.image.finished);
    QVERIFY(result.metadata && result.metadata->started);
    QVERIFY(result.queued <= *result.image.started);
    QCOMPARE(result.url, server.address(u"/aa/aa.gif"_s));
}

void tst_Cancelling::cancelledFallbackHasTheRequestsOfBothSources()
{
    ScriptedServer first([](const ScriptedRequest &) { return status(404); });
    ScriptedServer second([](const ScriptedRequest &) { return Script().stall(); });
    DownloadRequest batch = request(first, 1);
    Source fallback = flagland::sourceAt(second);
    fallback.id = u"second"_s;
    batch.sources.append(fallback);
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(batch);
    QTRY_COMPARE(second.counts().paths.size(), 2);
    queue.cancel();

    QTRY_COMPARE(log.finished.size(), 1);
    const FlagResult result = log.results.first();
    QCOMPARE(result.state, FlagState::Cancelled);
    QCOMPARE(result.earlier.size(), 1);
    QCOMPARE(result.tries, int(first.counts().paths.size() + second.counts().paths.size()));
    QCOMPARE(result.url, second.address(u"/aa/aa.gif"_s));
}

void tst_Cancelling::cancelWhileIdleDoesNothing()
{
    DownloadQueue queue;
    BatchLog log(queue);

    queue.cancel();

    QCOMPARE(log.finished.size(), 0);
    QCOMPARE(log.results.size(), 0);
}

void tst_Cancelling::cancelInsideAResultWorks()
{
    ScriptedServer server({.handler = flagland::answer, .pause = 5ms});
    DownloadQueue queue;
    BatchLog log(queue);
    connect(&queue, &DownloadQueue::flagFinished, this, [&] {
        if (log.results.size() == 10)
            queue.cancel();
    });

    queue.start(request(server, 100));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 100));
    QVERIFY(log.finished.first().cancelled > 0);
    QVERIFY(flagland::hasOnlyCompleteFlags(m_folder->path()));
}

void tst_Cancelling::cancelInsideAStateChangeWorks_data()
{
    QTest::addColumn<FlagState>("state");
    QTest::newRow("waiting") << FlagState::Waiting;
    QTest::newRow("downloading") << FlagState::Downloading;
}

void tst_Cancelling::cancelInsideAStateChangeWorks()
{
    QFETCH(FlagState, state);
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    connect(&queue, &DownloadQueue::flagStateChanged, this, [&](const QString &code, FlagState changedTo) {
        if (code == "AF"_L1 && changedTo == state)
            queue.cancel();
    });

    queue.start(request(server, 100));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 100));
    QVERIFY(log.countriesWith(FlagState::Cancelled).contains(u"AF"_s));
    QTRY_COMPARE(server.counts().inFlight, 0);
}

void tst_Cancelling::cancelInsideTheResultsOfACancelDoesNothing()
{
    ScriptedServer server({.handler = flagland::answer, .pause = 50ms});
    DownloadQueue queue;
    BatchLog log(queue);
    connect(&queue, &DownloadQueue::flagFinished, this, [&] { queue.cancel(); });
    queue.start(request(server, 50));
    QTRY_VERIFY(server.counts().inFlight > 0);

    queue.cancel();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 50));
}

void tst_Cancelling::nextBatchGetsNoResultsOfTheCancelledOne()
{
    ScriptedServer first({.handler = flagland::answer, .pause = 30ms});
    ScriptedServer second(flagland::answer);
    const QTemporaryDir otherFolder;
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(first, 100));
    QTRY_VERIFY(log.results.size() >= 5);
    queue.cancel();
    QTRY_COMPARE(log.finished.size(), 1);
    const qsizetype savedBefore = flagland::namesIn(m_folder->path()).size();
    const qsizetype askedBefore = first.counts().paths.size();
    log.clear();

    queue.start(flagland::request(second, flagland::countries(60), otherFolder.path()));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 60));
    QCOMPARE(log.finished.first().saved, 60);
    for (const FlagResult &result : std::as_const(log.results))
        QVERIFY(result.path.startsWith(otherFolder.path()));
    QCOMPARE(flagland::namesIn(otherFolder.path()).size(), 60);
    QCOMPARE(flagland::namesIn(m_folder->path()).size(), savedBefore);
    QVERIFY(first.counts().paths.size() <= askedBefore + 30); // requests that were in flight
    QCOMPARE(second.counts().paths.size(), 120);
}

void tst_Cancelling::nextBatchMayStartInsideFinished()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    connect(&queue, &DownloadQueue::finished, this, [&] {
        if (log.finished.size() == 1)
            queue.start(request(server, 7));
    });
    connect(&queue, &DownloadQueue::flagFinished, this, [&] {
        if (log.finished.isEmpty())
            queue.cancel();
    });

    queue.start(request(server, 40));

    QTRY_COMPARE(log.finished.size(), 2);
    QCOMPARE(log.finished.first().done(), 40);
    QCOMPARE(log.finished.last().saved, 7);
    QCOMPARE(log.results.size(), 47);
}

void tst_Cancelling::destructionAtAnyMomentLeavesWholeFiles()
{
    ScriptedServer server({.handler = flagland::answer, .pause = 5ms});
    qsizetype saved = 0;
    for (int delay = 0; delay <= 240; delay += 12) {
        const QTemporaryDir folder;
        auto queue = std::make_unique<DownloadQueue>();
        queue->start(flagland::request(server, flagland::countries(100), folder.path()));
        QTest::qWait(delay);

        queue.reset();

        QVERIFY(flagland::hasOnlyCompleteFlags(folder.path()));
        saved += flagland::namesIn(folder.path()).size();
    }
    QVERIFY(saved > 0 && saved < 2100);
    QTRY_COMPARE(server.counts().inFlight, 0);
}

FLAGFETCH_TEST(tst_Cancelling, Core)
#include "tst_cancelling.moc"
