#include "app/tasks/latestjob.h"
#include "tests/support/testprogram.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

using namespace Qt::StringLiterals;

class tst_LatestJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receivesResultOnOwnThread();
    void keepsNoCopyOfTheResult();
    void receivesOnlyTheLatestResult();
    void replacedTaskIsStopped();
    void replacedTaskThatHasNotBegunDoesNotRun();
    void requestedStopKeepsResult();
    void cancelDropsResult();
    void reportsProgressOnOwnThread();
    void destructionStopsWithoutWaiting();
    void receiverMayDestroyTheJob();
    void receiverMayStartTheNextTask();
    void exceptionBecomesAFailure();
    void exceptionOfAPlainValueBecomesItsDefault();
    void blockedTasksLeaveTheGlobalPoolToOthers();

private:
    QThreadPool m_pool;
};

void tst_LatestJob::receivesResultOnOwnThread()
{
    QThread *receivedOn = nullptr;
    std::atomic<QThread *> ranOn = nullptr;
    LatestJob<Result<int>> job([&](const Result<int> &result) {
        QCOMPARE(result.value(), 3);
        receivedOn = QThread::currentThread();
    });
    QVERIFY(!job.isRunning());
    job.start(m_pool, [&ranOn]() -> Result<int> {
        ranOn = QThread::currentThread();
        return 3;
    });

    QVERIFY(job.isRunning());
    QTRY_COMPARE(receivedOn, QThread::currentThread());
    QVERIFY(ranOn != QThread::currentThread());
    QVERIFY(!job.isRunning());
}

void tst_LatestJob::keepsNoCopyOfTheResult()
{
    int received = 0;
    std::weak_ptr<int> shared;
    LatestJob<std::shared_ptr<int>> job([&](const std::shared_ptr<int> &result) {
        ++received;
        shared = result;
    });
    job.start(m_pool, [] { return std::make_shared<int>(5); });

    QTRY_COMPARE(received, 1);
    m_pool.waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(received, 1);
    QVERIFY(shared.expired());
}

void tst_LatestJob::receivesOnlyTheLatestResult()
{
    QList<int> received;
    LatestJob<int> job([&](int result) { received.append(result); });
    for (int number = 0; number < 20; ++number)
        job.start(m_pool, [number] { return number; });

    QTRY_VERIFY(!received.isEmpty());
    m_pool.waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(received, QList<int>{19});
}

void tst_LatestJob::replacedTaskIsStopped()
{
    QSemaphore begun;
    QSemaphore stopped;
    int received = 0;
    LatestJob<int> job([&](int result) { received = result; });
    job.start(m_pool, [&](const std::stop_token &stop) {
        begun.release();
        while (!stop.stop_requested())
            QThread::yieldCurrentThread();
        stopped.release();
        return 1;
    });
    begun.acquire();
    job.start(m_pool, [] { return 2; });

    QVERIFY(stopped.tryAcquire(1, 10000));
    QTRY_COMPARE(received, 2);
}

void tst_LatestJob::replacedTaskThatHasNotBegunDoesNotRun()
{
    QThreadPool single;
    single.setMaxThreadCount(1);
    QSemaphore gate;
    single.start([&gate] { gate.acquire(); });
    std::atomic_bool hasRun = false;
    int received = 0;
    LatestJob<int> job([&](int result) { received = result; });
    job.start(single, [&hasRun] {
        hasRun = true;
        return 1;
    });
    job.start(single, [] { return 2; });
    gate.release();

    QTRY_COMPARE(received, 2);
    QVERIFY(!hasRun);
}

void tst_LatestJob::requestedStopKeepsResult()
{
    QString received;
    LatestJob<QString> job([&](const QString &result) { received = result; });
    job.start(m_pool, [](const std::stop_token &stop) {
        while (!stop.stop_requested())
            QThread::yieldCurrentThread();
        return u"stopped"_s;
    });
    job.requestStop();

    QTRY_COMPARE(received, u"stopped"_s);
}

void tst_LatestJob::cancelDropsResult()
{
    QList<int> received;
    LatestJob<int> job([&](int result) { received.append(result); });
    job.start(m_pool, [] { return 1; });
    m_pool.waitForDone(); // the result is there, and waits for the event loop
    job.cancel();
    QVERIFY(!job.isRunning());
    QCoreApplication::processEvents();
    QVERIFY(received.isEmpty());

    job.start(m_pool, [] { return 2; });
    QTRY_COMPARE(received, QList<int>{2});
}

void tst_LatestJob::reportsProgressOnOwnThread()
{
    QList<int> reported;
    bool hasEnded = false;
    LatestJob<int> job([&](int) { hasEnded = true; },
        [&](int done, int total) {
            QCOMPARE(total, 500);
            QCOMPARE(QThread::currentThread(), thread());
            reported.append(done);
        });
    job.start(m_pool, [](const std::stop_token &, const ReportProgress &report) {
        for (int done = 1; done <= 500; ++done)
            report(done, 500);
        return 0;
    });

    QTRY_VERIFY(hasEnded);
    QVERIFY(!reported.contains(0));
    QVERIFY(std::ranges::is_sorted(reported));
    QCOMPARE(reported.last(), 500);
}

void tst_LatestJob::destructionStopsWithoutWaiting()
{
    QSemaphore begun;
    QSemaphore gate;
    bool hasReceived = false;
    std::atomic_bool wasStopped = false;
    {
        LatestJob<int> job([&](int) { hasReceived = true; });
        job.start(m_pool, [&](const std::stop_token &stop) {
            begun.release();
            gate.acquire();
            wasStopped = stop.stop_requested();
            return 1;
        });
        begun.acquire();
    } // would never return here if it waited
    gate.release();

    m_pool.waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(wasStopped);
    QVERIFY(!hasReceived);
}

void tst_LatestJob::receiverMayDestroyTheJob()
{
    int received = 0;
    std::unique_ptr<LatestJob<int>> job;
    job = std::make_unique<LatestJob<int>>([&](int result) {
        job.reset();
        received = result; // the captures must still exist
    });
    job->start(m_pool, [] { return 7; });

    QTRY_COMPARE(received, 7);
}

void tst_LatestJob::receiverMayStartTheNextTask()
{
    QList<int> received;
    std::unique_ptr<LatestJob<int>> job;
    job = std::make_unique<LatestJob<int>>([&](int result) {
        received.append(result);
        if (result < 3)
            job->start(m_pool, [result] { return result + 1; });
    });
    job->start(m_pool, [] { return 1; });

    QTRY_COMPARE(received, (QList<int>{1, 2, 3}));
    QVERIFY(!job->isRunning());
}

void tst_LatestJob::exceptionBecomesAFailure()
{
    std::optional<Result<int>> received;
    LatestJob<Result<int>> job([&](const Result<int> &result) { received = result; });
    job.start(m_pool, []() -> Result<int> { throw std::runtime_error("no memory"); });

    QTRY_VERIFY(received);
    QVERIFY(!*received);
    QCOMPARE(received->error().kind, FailureKind::Internal);
    QCOMPARE(received->error().detail, u"no memory"_s);
}

void tst_LatestJob::exceptionOfAPlainValueBecomesItsDefault()
{
    std::optional<int> received;
    LatestJob<int> job([&](int result) { received = result; });
    job.start(m_pool, []() -> int { throw std::bad_alloc(); });

    QTRY_COMPARE(received, 0);
}

// Qt draws with threads of the global pool, and the GUI thread waits for them.
void tst_LatestJob::blockedTasksLeaveTheGlobalPoolToOthers()
{
    QThreadPool &pool = *QThreadPool::globalInstance();
    const int count = pool.maxThreadCount() + 1;
    QSemaphore begun;
    QSemaphore gate;
    int received = 0;
    std::vector<std::unique_ptr<LatestJob<bool>>> jobs;
    const auto end = qScopeGuard([&] {
        gate.release(count);
        pool.waitForDone();
    });
    for (int i = 0; i < count; ++i) {
        jobs.push_back(std::make_unique<LatestJob<bool>>([&received](bool) { ++received; }));
        jobs.back()->start(pool, [&] {
            begun.release();
            gate.acquire(); // as a bus that does not answer
            return true;
        });
    }
    QTRY_COMPARE(begun.available(), count);
    std::atomic<bool> isDrawn = false;
    pool.start([&isDrawn] { isDrawn = true; });
    QTRY_VERIFY(isDrawn.load());

    gate.release(count);
    QTRY_COMPARE(received, count);
    QTRY_COMPARE(pool.activeThreadCount(), 0);
}

FLAGFETCH_TEST(tst_LatestJob, Core)
#include "tst_latestjob.moc"
