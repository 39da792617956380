#include "app/tasks/serialtasks.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QList>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <numeric>

class tst_SerialTasks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksKeepTheirOrder();
    void endWaitsForShortTasks();
    void blockedTaskDoesNotBlockTheEnd();
};

namespace {

constexpr int tooLong = 2000; // ms; the program ends within 2 s of a signal

} // namespace

void tst_SerialTasks::tasksKeepTheirOrder()
{
    QList<int> expected(100);
    std::iota(expected.begin(), expected.end(), 0);
    QList<int> run;
    SerialTasks tasks;
    for (const int number : expected)
        tasks.start([&run, number] { run.append(number); });
    QVERIFY(tasks.waitForDone());
    QCOMPARE(run, expected);
}

void tst_SerialTasks::endWaitsForShortTasks()
{
    std::atomic<int> done = 0;
    {
        SerialTasks tasks;
        tasks.start([&done] {
            QTest::qSleep(50);
            ++done;
        });
        tasks.start([&done] { ++done; });
    }
    QCOMPARE(done.load(), 2);
}

void tst_SerialTasks::blockedTaskDoesNotBlockTheEnd()
{
    QSemaphore gate;
    std::atomic<int> done = 0;
    const auto end = qScopeGuard([&gate] {
        gate.release();
        QThreadPool::globalInstance()->waitForDone();
    });
    QElapsedTimer clock;
    clock.start();
    {
        SerialTasks tasks;
        tasks.start([&] {
            gate.acquire(); // as a lock of another process
            ++done;
        });
        tasks.start([&done] { ++done; });
        QVERIFY(!tasks.waitForDone());
    }
    QVERIFY2(clock.elapsed() < tooLong, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(done.load(), 0);
    QCOMPARE(QThreadPool::globalInstance()->activeThreadCount(), 1); // the program waits for it

    gate.release();
    QTRY_COMPARE(done.load(), 2);
}

FLAGFETCH_TEST(tst_SerialTasks, Core)
#include "tst_serialtasks.moc"
