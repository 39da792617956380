#include "app/downloads/downloadqueue.h"
#include "tests/downloads/batchlog.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Pausing a DownloadQueue, holding and cancelling single countries, and changing limits during a batch.
class tst_Pausing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pauseLetsRequestsInFlightFinish();
    void pausedBatchCanBeCancelled();
    void fullDiskPausesUntilSpaceIsFree();
    void countryOnHoldIsSkipped();
    void countryThatWaitsForASlotCanBeHeld();
    void cancelledCountryLeavesTheOthers();
    void lastCountryCanBeCancelled();
    void limitChangesAtOnce();
    void pauseOfTheSourceSeparatesRequests();

private:
    [[nodiscard]] DownloadRequest request(const ScriptedServer &server, int count, int limit) const
    {
        DownloadRequest request = flagland::request(server, flagland::countries(count), m_folder->path());
        request.sources.first().limit = limit;
        return request;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Pausing::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Pausing::pauseLetsRequestsInFlightFinish()
{
    ScriptedServer server({.handler = flagland::answer, .pause = 20ms});
    DownloadQueue queue;
    BatchLog log(queue);
    const QSignalSpy pauseChanged(&queue, &DownloadQueue::pauseChanged);
    queue.start(request(server, 60, 6));
    QTRY_VERIFY(log.results.size() >= 6);

    queue.pause();
    QVERIFY(queue.progress().isPaused);
    const auto begun
        = std::ranges::count_if(log.states, [](const auto &states) { return states.size() > 1; });
    QTRY_VERIFY(log.results.size() >= begun);
    QTRY_COMPARE(server.counts().inFlight, 0);
    const qsizetype requested = server.counts().paths.size();
    QTest::qWait(100); // long enough for a wrong request to arrive
    QCOMPARE(server.counts().paths.size(), requested);
    QVERIFY(log.results.size() < 60);
    QVERIFY(queue.isRunning());

    queue.unpause();
    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 60));
    QCOMPARE(log.finished.first().saved, 60);
    QVERIFY(!log.finished.first().isPaused);
    QCOMPARE(pauseChanged.count(), 2);
}

void tst_Pausing::pausedBatchCanBeCancelled()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(server, 30, 2));
    QTRY_VERIFY(log.results.size() >= 2);
    queue.pause();

    queue.cancel();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 30));
    QVERIFY(!queue.progress().isPaused);
}

void tst_Pausing::fullDiskPausesUntilSpaceIsFree()
{
    ScriptedServer server(flagland::answer);
    std::atomic<int> freeSlots = 10;
    DownloadQueue queue([&freeSlots](const SaveRequest &request) {
        if (freeSlots-- > 0)
            return saveFlag(request);
        SavedFlag none;
        none.failure = {FailureKind::NoSpace, 0, {}};
        return none;
    });
    BatchLog log(queue);
    queue.start(request(server, 40, 4));
    QTRY_VERIFY(queue.progress().isPaused);
    QVERIFY(queue.progress().pausedBy);
    QCOMPARE(queue.progress().pausedBy->kind, FailureKind::NoSpace);
    QTRY_COMPARE(std::ranges::count_if(
                     log.states, [](const auto &states) { return states.last() == FlagState::Downloading; }),
        0);

    freeSlots = 1000;
    queue.unpause();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 40));
    QCOMPARE(log.finished.first().saved, 40);
    QVERIFY(flagland::hasOnlyCompleteFlags(m_folder->path()));
}

void tst_Pausing::countryOnHoldIsSkipped()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    const QString held = flagland::codeOf(19);
    queue.start(request(server, 20, 2));
    queue.holdCountry(held);

    QTRY_COMPARE(log.results.size(), 19);
    QCOMPARE(log.states[held].last(), FlagState::OnHold);
    QVERIFY(queue.isRunning());

    queue.releaseCountry(held);
    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 20));
    QCOMPARE(log.results.last().country.code, held);
    QCOMPARE(log.finished.first().saved, 20);
}

void tst_Pausing::countryThatWaitsForASlotCanBeHeld()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return flagland::codeIn(request) == flagland::codeOf(0) ? Script().stall()
                                                                : flagland::answer(request);
    });
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(server, 3, 1));
    QTRY_COMPARE(server.counts().inFlight, 1);

    queue.holdCountry(flagland::codeOf(1));
    QCOMPARE(log.states[flagland::codeOf(1)].last(), FlagState::OnHold);
    queue.cancelCountry(flagland::codeOf(0));

    QTRY_COMPARE(log.results.size(), 2);
    QCOMPARE(log.countriesWith(FlagState::Saved), QStringList{flagland::codeOf(2)});
    QCOMPARE(server.hits("/ab/ab.gif"), 0);
    queue.releaseCountry(flagland::codeOf(1));
    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 3));
}

void tst_Pausing::cancelledCountryLeavesTheOthers()
{
    const QString waiting = flagland::codeOf(29);
    const QString downloading = flagland::codeOf(0);
    ScriptedServer server([&downloading](const ScriptedRequest &request) {
        return flagland::codeIn(request) == downloading ? Script().stall() : flagland::answer(request);
    });
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(server, 30, 2));
    QTRY_VERIFY(log.states[downloading].contains(FlagState::Downloading));

    queue.cancelCountry(waiting);
    queue.cancelCountry(downloading);
    queue.cancelCountry(u"of no batch"_s);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 30));
    QCOMPARE(log.countriesWith(FlagState::Cancelled), (QStringList{downloading, waiting}));
    QCOMPARE(log.finished.first().saved, 28);
}

void tst_Pausing::lastCountryCanBeCancelled()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(server, 1, 1));
    QTRY_COMPARE(server.counts().inFlight, 1);

    queue.cancelCountry(flagland::codeOf(0));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 1));
    QTRY_COMPARE(server.counts().inFlight, 0);
}

void tst_Pausing::limitChangesAtOnce()
{
    ScriptedServer server({.handler = flagland::answer, .pause = 50ms});
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(server, 60, 2));
    QTRY_VERIFY(log.results.size() >= 4);
    QCOMPARE(server.counts().peak, 2);

    queue.setLimit(12);

    QTRY_COMPARE(server.counts().peak, 12);
    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(server.counts().peak, 12);
    QCOMPARE(log.finished.first().saved, 60);
}

void tst_Pausing::pauseOfTheSourceSeparatesRequests()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest spaced = request(server, 5, 30);
    spaced.sources.first().pause = 20ms;

    queue.start(spaced);

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(log.finished.first().saved, 5);
    QVERIFY(log.finished.first().elapsed >= 9 * 20ms); // ten requests
}

FLAGFETCH_TEST(tst_Pausing, Core)
#include "tst_pausing.moc"
