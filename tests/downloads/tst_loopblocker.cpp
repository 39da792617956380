#include "app/downloads/loopblocker.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <optional>
#include <thread>
#include <tuple>

using namespace std::chrono_literals;

class tst_LoopBlocker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksNothingByDefault();
    void blocksForItsTime();
    void timeIsLimited();
    void suspensionEndsTheSleepOfCopies();
    void sleepsAgainAfterTheLastSuspension();
    void interruptionEndsTheSleep();

private:
    static std::chrono::milliseconds timeOf(const LoopBlocker &blocker)
    {
        QElapsedTimer elapsed;
        elapsed.start();
        std::ignore = blocker.block();
        return std::chrono::milliseconds(elapsed.elapsed());
    }
};

void tst_LoopBlocker::blocksNothingByDefault()
{
    for (const LoopBlocker &blocker : {LoopBlocker(), LoopBlocker(0ms), LoopBlocker(-5ms)}) {
        QVERIFY(!blocker.isOn());
        QVERIFY(timeOf(blocker) < 500ms);
        const LoopBlocker::Suspension suspension(blocker);
    }
}

void tst_LoopBlocker::blocksForItsTime()
{
    const LoopBlocker blocker(80ms);
    QVERIFY(blocker.isOn());
    QVERIFY(timeOf(blocker) >= 80ms);
    QVERIFY(timeOf(blocker) >= 80ms);
}

void tst_LoopBlocker::timeIsLimited()
{
    const auto time = timeOf(LoopBlocker(1h));
    QVERIFY(time >= LoopBlocker::longest && time < 30s);
}

void tst_LoopBlocker::suspensionEndsTheSleepOfCopies()
{
    const LoopBlocker blocker(1s);
    std::atomic_int blocked = 0;
    std::atomic_bool ended = false;
    QElapsedTimer elapsed;
    elapsed.start();
    std::jthread sleeper([&blocked, &ended, copy = blocker] {
        while (!ended) {
            if (!copy.block())
                ++blocked;
        }
    });
    {
        const LoopBlocker::Suspension suspension(blocker);
        while (blocked < 100) // each would take a second
            std::this_thread::yield();
        ended = true;
    }
    sleeper.join();
    QVERIFY(std::chrono::milliseconds(elapsed.elapsed()) < 30s);
}

void tst_LoopBlocker::sleepsAgainAfterTheLastSuspension()
{
    const LoopBlocker blocker(1s);
    const auto timeOfTwenty = [&blocker] { // 20 s if they sleep
        std::chrono::milliseconds sum{0};
        for (int call = 0; call < 20; ++call)
            sum += timeOf(blocker);
        return sum;
    };
    std::optional<LoopBlocker::Suspension> first(blocker);
    {
        const LoopBlocker::Suspension second(blocker);
        QVERIFY(timeOfTwenty() < 10s);
    }
    QVERIFY(timeOfTwenty() < 10s);
    first.reset();
    QVERIFY(timeOf(blocker) >= 1s);
}

void tst_LoopBlocker::interruptionEndsTheSleep()
{
    static std::atomic_bool isInterrupted;
    isInterrupted = false;
    const LoopBlocker blocker(1s, [] { return isInterrupted.load(); });
    QVERIFY(blocker.block());
    QVERIFY(timeOf(blocker) >= 1s);
    std::jthread signal([] { isInterrupted = true; });
    for (int call = 0; call < 20; ++call) // 20 s if they sleep
        QVERIFY2(!blocker.block(), qPrintable(QString::number(call)));
}

FLAGFETCH_TEST(tst_LoopBlocker, None)
#include "tst_loopblocker.moc"
