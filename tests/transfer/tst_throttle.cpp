#include "app/transfer/throttle.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

class tst_Throttle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFreeUntilRefused();
    void keepsTheSpacing();
    void simultaneousRefusalsCountOnce();
    void requestedDelayIsRespected();
    void pausesDoubleWithoutAResponse();
    void responsesRaiseTheRate();
    void isFinalAfterTwoMinutesWithoutAResponse_data();
    void isFinalAfterTwoMinutesWithoutAResponse();
};

namespace {

const SteadyTime begin{1h};

} // namespace

void tst_Throttle::isFreeUntilRefused()
{
    Throttle throttle;
    throttle.recordStart(begin);
    throttle.recordResponse(begin);

    QVERIFY(throttle.nextStart() <= begin);
    QVERIFY(throttle.maximalInFlight() >= 1000);
}

void tst_Throttle::keepsTheSpacing()
{
    Throttle throttle(100ms);
    throttle.recordStart(begin);

    QVERIFY(throttle.nextStart() == begin + 100ms);
}

void tst_Throttle::simultaneousRefusalsCountOnce()
{
    Throttle one;
    Throttle many;
    for (int i = 0; i < 20; ++i) {
        one.recordResponse(begin);
        many.recordResponse(begin);
    }
    std::ignore = one.recordRefusal(begin, 30, {}, begin + 10ms);
    for (int i = 0; i < 30; ++i)
        std::ignore = many.recordRefusal(begin, 30, {}, begin + 10ms);
    one.recordStart(begin + 1s);
    many.recordStart(begin + 1s);

    QVERIFY(one.nextStart() == begin + 1s + 100ms); // half of 20 a second
    QVERIFY(many.nextStart() == one.nextStart());
    QCOMPARE(one.maximalInFlight(), 15);
    QCOMPARE(many.maximalInFlight(), 15);
}

void tst_Throttle::requestedDelayIsRespected()
{
    Throttle throttle;

    QVERIFY(throttle.recordRefusal(begin, 1, 7s, begin).pause == 7s);
    QVERIFY(throttle.nextStart() == begin + 7s);
    std::ignore = throttle.recordRefusal(begin, 1, 3s, begin); // does not shorten the delay
    QVERIFY(throttle.nextStart() == begin + 7s);
}

void tst_Throttle::pausesDoubleWithoutAResponse()
{
    Throttle throttle;
    SteadyTime now = begin;
    for (const auto pause : {500ms, 1000ms, 2000ms, 4000ms, 8000ms, 16000ms, 30000ms, 30000ms}) {
        const Throttle::Refusal refusal = throttle.recordRefusal(now, 1, {}, now);
        QCOMPARE(refusal.pause.count(), pause.count());
        now += refusal.pause;
    }
    throttle.recordResponse(now);
    QVERIFY(throttle.recordRefusal(now, 1, {}, now).pause == 500ms);
}

void tst_Throttle::responsesRaiseTheRate()
{
    Throttle throttle;
    std::ignore = throttle.recordRefusal(begin, 8, {}, begin);
    const int atOnce = throttle.maximalInFlight();
    SteadyTime now = begin;
    for (int i = 0; i < 100; ++i) {
        now = std::max(now, throttle.nextStart());
        throttle.recordStart(now);
        throttle.recordResponse(now);
    }

    QVERIFY(throttle.nextStart() - now < 150ms); // 2 s at first
    QVERIFY(throttle.maximalInFlight() > atOnce);
}

void tst_Throttle::isFinalAfterTwoMinutesWithoutAResponse_data()
{
    QTest::addColumn<int>("requestedDelay"); // s; 0: none
    QTest::addColumn<int>("finalAfter"); // s
    QTest::newRow("no delay requested") << 0 << 120;
    QTest::newRow("a minute, each time") << 60 << 180;
}

void tst_Throttle::isFinalAfterTwoMinutesWithoutAResponse()
{
    QFETCH(int, requestedDelay);
    QFETCH(int, finalAfter);
    const auto time
        = requestedDelay > 0 ? std::optional(Throttle::Duration(requestedDelay * 1s)) : std::nullopt;
    Throttle throttle;
    std::ignore = throttle.recordRefusal(begin, 1, time, begin);

    QVERIFY(!throttle.recordRefusal(begin, 1, time, begin + finalAfter * 1s).isFinal);
    QVERIFY(throttle.recordRefusal(begin, 1, time, begin + finalAfter * 1s + 1ms).isFinal);

    throttle.recordResponse(begin + finalAfter * 1s);
    QVERIFY(!throttle.recordRefusal(begin, 1, time, begin + finalAfter * 1s + 1s).isFinal);
}

FLAGFETCH_TEST(tst_Throttle, None)
#include "tst_throttle.moc"
