#include "app/timeline/timeline.h"
#include "tests/support/testprogram.h"
#include "tests/timeline/replay.h"

#include <QTest>
#include <QThread>

using namespace replay;

/// Replays requests with known times.
class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoRequestsAtATime();
    void openRequestCountsUpToNow();
    void retryIsAnotherTry();
    void endCancelsWhatIsLeft();
    void onlyChangesAreTaken();
    void nextRunDropsTheFormer();
    void endComesBeforeStartAtOneMoment();
    void percentilesAreNearestRank();
    void redirectIsNoRetry();
    void endClosesTheWork();
    void endedRequestDoesNotChange();
    void requestOfAnEarlierRunChangesNothing();
    void threadsAreNumberedInTheirOrder();
    void blockedLoopLeavesNoSpeedUp();
};

// 0        100       200       300
// CN-----------------          (0 to 200)
//          IN------------------ (100 to 300), saved until 350
void TestTimeline::twoRequestsAtATime()
{
    RequestLog log;
    log.begin(at(0ms));
    log.setLimit(2);
    addRequest(log, u"CN"_s, 0ms, 200ms);
    addRequest(log, u"IN"_s, 100ms, 300ms);
    log.setWork(1,
        {.queued = at(300ms), .started = at(310ms), .checked = at(320ms), .ended = at(350ms), .thread = 0});
    log.end(at(400ms));

    const Timeline timeline = timelineOf(log);
    QCOMPARE(timeline.limit(), 2);
    QVERIFY(timeline.hasEnded());
    const TimelineFigures figures = figuresOf(timeline, at(900ms));
    QCOMPARE(figures.elapsed, Timeline::Duration(400ms));
    QCOMPARE(figures.oneAtATime, Timeline::Duration(200ms + 200ms + 40ms));
    QCOMPARE(figures.speedUp(), 1.1);
    QCOMPARE(figures.requests, 2);
    QCOMPARE(figures.failures, 0);
    QCOMPARE(figures.retries, 0);
    QCOMPARE(figures.bytes, 2000);
    QCOMPARE(figures.requestsPerSecond(), 5.0);
    QCOMPARE(figures.bytesPerSecond(), 5000.0);
    QCOMPARE(figures.mostInFlight, 2);
    const QList<InFlightStep> steps{{at(0ms), 1}, {at(100ms), 2}, {at(200ms), 1}, {at(300ms), 0}};
    QCOMPARE(inFlightSteps(timeline), steps);
}

void TestTimeline::openRequestCountsUpToNow()
{
    RequestLog log;
    log.begin(at(0ms));
    log.addTry(log.add(queued(u"CN"_s, 0ms)), at(50ms));

    const Timeline timeline = timelineOf(log);
    const TimelineFigures figures = figuresOf(timeline, at(150ms));
    QCOMPARE(figures.elapsed, Timeline::Duration(150ms));
    QCOMPARE(figures.oneAtATime, Timeline::Duration(100ms));
    QCOMPARE(figures.requests, 0);
    QVERIFY(timeline.requests().front().isRunning());
}

void TestTimeline::retryIsAnotherTry()
{
    RequestLog log;
    log.begin(at(0ms));
    const auto id = log.add(queued(u"CN"_s, 0ms));
    log.addTry(id, at(0ms));
    log.setNewConnection(id);
    log.failTry(id, at(100ms), {FailureKind::RateLimited, 429, {}}, true);
    log.addTry(id, at(600ms)); // after a pause
    log.finish(id, at(700ms), 10);
    log.end(at(700ms));

    const Timeline timeline = timelineOf(log);
    const RequestRecord &request = timeline.requests().front();
    QCOMPARE(request.tries.size(), 2);
    QVERIFY(request.tries.first().wasThrottled);
    QCOMPARE(request.tries.first().failure->status, 429);
    QVERIFY(!request.tries.last().failure);
    const TimelineFigures figures = figuresOf(timeline, at(700ms));
    QCOMPARE(figures.oneAtATime, Timeline::Duration(200ms)); // the pause is not included
    QCOMPARE(figures.retries, 1);
    QCOMPARE(figures.failures, 0);
    QCOMPARE(figures.newConnections, 1);
    QCOMPARE(figures.reusedConnections, 1);
}

void TestTimeline::endCancelsWhatIsLeft()
{
    RequestLog log;
    log.begin(at(0ms));
    log.addTry(log.add(queued(u"CN"_s, 0ms)), at(0ms));
    addRequest(log, u"IN"_s, 0ms, 100ms);
    log.end(at(200ms));

    const Timeline timeline = timelineOf(log);
    QVERIFY(timeline.requests()[0].wasCancelled);
    QCOMPARE(timeline.requests()[0].tries.last().ended, std::optional(at(200ms)));
    QVERIFY(!timeline.requests()[1].wasCancelled);
    QCOMPARE(figuresOf(timeline, at(200ms)).requests, 1);
}

void TestTimeline::onlyChangesAreTaken()
{
    RequestLog log;
    log.begin(at(0ms));
    addRequest(log, u"CN"_s, 0ms, 100ms);
    const auto second = log.add(queued(u"IN"_s, 0ms));
    Timeline timeline = timelineOf(log);
    QVERIFY(log.takeChanges().changed.isEmpty());

    log.addTry(second, at(10ms));
    log.setFirstByte(second, at(20ms));
    const RequestChanges changes = log.takeChanges();
    QCOMPARE(changes.changed.size(), 1);
    QCOMPARE(changes.changed.first().id, second);
    timeline.update(changes);
    QCOMPARE(timeline.requests().size(), std::size_t(2));
    QCOMPARE(timeline.requests()[1].tries.last().firstByte, std::optional(at(20ms)));
    QVERIFY(timeline.requests()[0].ended);
}

void TestTimeline::nextRunDropsTheFormer()
{
    RequestLog log;
    log.begin(at(0ms));
    addRequest(log, u"CN"_s, 0ms, 100ms);
    addRequest(log, u"IN"_s, 0ms, 100ms);
    Timeline timeline = timelineOf(log);
    log.begin(at(500ms));
    addRequest(log, u"FR"_s, 500ms, 600ms);
    timeline.update(log.takeChanges());
    QCOMPARE(timeline.run(), 2);
    QCOMPARE(timeline.requests().size(), std::size_t(1));
    QCOMPARE(timeline.requests().front().code, u"FR"_s);
    QVERIFY(!timeline.hasEnded());
}

// With a limit of one, the slot passes from one request to the next in one moment.
void TestTimeline::endComesBeforeStartAtOneMoment()
{
    RequestLog log;
    log.begin(at(0ms));
    addRequest(log, u"CN"_s, 0ms, 100ms);
    addRequest(log, u"IN"_s, 100ms, 200ms);
    QCOMPARE(figuresOf(timelineOf(log), at(200ms)).mostInFlight, 1);
}

void TestTimeline::percentilesAreNearestRank()
{
    RequestLog log;
    log.begin(at(0ms));
    for (int i = 20; i >= 1; --i) // the first byte comes after i ms
        addRequest(log, QString::number(i), 0ms, std::chrono::milliseconds(2 * i));
    const TimelineFigures figures = figuresOf(timelineOf(log), at(40ms));
    QCOMPARE(figures.medianWait, Timeline::Duration(10ms));
    QCOMPARE(figures.percentile95Wait, Timeline::Duration(19ms));
}

void TestTimeline::redirectIsNoRetry()
{
    RequestLog log;
    log.begin(at(0ms));
    const auto id = log.add(queued(u"CN"_s, 0ms));
    log.addTry(id, at(0ms));
    log.setFirstByte(id, at(10ms), 302);
    log.addTry(id, at(10ms));
    log.setFirstByte(id, at(20ms), 200);
    log.finish(id, at(30ms), 1);

    const Timeline timeline = timelineOf(log);
    const RequestRecord &request = timeline.requests().front();
    QCOMPARE(request.tries.first().status, 302);
    QCOMPARE(request.tries.first().ended, std::optional(at(10ms)));
    QCOMPARE(request.tries.last().status, 200);
    QCOMPARE(figuresOf(timeline, at(30ms)).retries, 0);
}

void TestTimeline::endClosesTheWork()
{
    RequestLog log;
    log.begin(at(0ms));
    addRequest(log, u"CN"_s, 0ms, 10ms);
    log.setWork(0, {.queued = at(10ms)});
    log.end(at(20ms));
    log.setWork(0, {.queued = at(10ms), .started = at(11ms)}); // too late

    const RequestRecord request = timelineOf(log).requests().front();
    QVERIFY(!request.isRunning());
    QVERIFY(!request.wasCancelled); // its content was received
    QCOMPARE(request.work->ended, std::optional(at(20ms)));
    QVERIFY(!request.work->started);
}

void TestTimeline::endedRequestDoesNotChange()
{
    RequestLog log;
    log.begin(at(0ms));
    addRequest(log, u"CN"_s, 0ms, 10ms);
    std::ignore = log.takeChanges();
    log.cancel(0, at(20ms));
    log.addTry(0, at(20ms));
    log.fail(0, at(30ms), {FailureKind::Timeout, 0, {}});
    QVERIFY(log.takeChanges().changed.isEmpty());
}

// Such as a request that was abandoned while it was in flight.
void TestTimeline::requestOfAnEarlierRunChangesNothing()
{
    RequestLog log;
    log.begin(at(0ms));
    const auto earlier = log.add(queued(u"CN"_s, 0ms));
    log.begin(at(10ms));
    const auto present = log.add(queued(u"IN"_s, 10ms));
    QVERIFY(present != earlier);
    log.addTry(earlier, at(20ms));
    log.finish(earlier, at(30ms), 5);
    log.setWork(earlier, {.queued = at(30ms)});

    const RequestChanges changes = log.takeChanges();
    QCOMPARE(changes.changed.size(), 1);
    QCOMPARE(changes.changed.first().id, 0);
    const RequestRecord &request = changes.changed.first().record;
    QCOMPARE(request.code, u"IN"_s);
    QVERIFY(request.tries.isEmpty() && !request.ended && !request.work);
}

void TestTimeline::threadsAreNumberedInTheirOrder()
{
    const QThread one;
    const QThread other;
    RequestLog log;
    for (int run = 0; run < 2; ++run) {
        const auto &first = run == 0 ? one : other;
        const auto &second = run == 0 ? other : one;
        log.begin(at(0ms));
        for (const QThread *thread : {&first, &second, &first}) {
            const auto id = log.add(queued(u"CN"_s, 0ms));
            log.setWork(id, {.queued = at(0ms)}, thread);
        }
        const Timeline timeline = timelineOf(log);
        QCOMPARE(timeline.requests()[0].work->thread, 0);
        QCOMPARE(timeline.requests()[1].work->thread, 1);
        QCOMPARE(timeline.requests()[2].work->thread, 0);
    }
}

void TestTimeline::blockedLoopLeavesNoSpeedUp()
{
    RequestLog log;
    log.begin(at(0ms));
    addRequest(log, u"CN"_s, 0ms, 200ms);
    addRequest(log, u"IN"_s, 0ms, 300ms);
    QVERIFY(figuresOf(timelineOf(log), at(250ms)).speedUp() > 1);
    log.addLoopBlock({at(100ms), at(200ms), 100ms});
    log.end(at(300ms));
    log.addLoopBlock({at(310ms), at(410ms), 100ms}); // after the end
    Timeline timeline = timelineOf(log);
    QCOMPARE(timeline.loopBlocks().size(), 1);
    QCOMPARE(timeline.loopBlocks().first().to, at(200ms));
    QVERIFY(figuresOf(timeline, at(1s)).wasLoopBlocked);
    QCOMPARE(figuresOf(timeline, at(1s)).speedUp(), 0.0);
    log.begin(at(1s));
    timeline.update(log.takeChanges());
    QVERIFY(timeline.loopBlocks().isEmpty());
}

FLAGFETCH_TEST(TestTimeline, Core)
#include "tst_timeline.moc"
