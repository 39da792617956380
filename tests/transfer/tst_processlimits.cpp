#include "app/tasks/threadlimit.h"
#include "app/transfer/processlimits.h"
#include "app/transfer/transfersettings.h"
#include "tests/storage/processlimits.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <sys/resource.h>

#include <algorithm>

class tst_ProcessLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void requestsAndSavesFitIntoTheLimit_data();
    void requestsAndSavesFitIntoTheLimit();
    void limitIsRaisedToTheHardLimit();
    void requestsFitIntoTheThreads_data();
    void requestsFitIntoTheThreads();
    void fewRequestsAndRunningManagersNeedNoThreads();
    void threadsAreCountedOnce();

private:
    rlimit m_before{};
};

namespace {

constexpr int manyRequests = TransferSettings::maximalLimit;

} // namespace

void tst_ProcessLimits::initTestCase()
{
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &m_before), 0);
}

void tst_ProcessLimits::cleanup()
{
    ::setrlimit(RLIMIT_NOFILE, &m_before);
}

void tst_ProcessLimits::requestsAndSavesFitIntoTheLimit_data()
{
    QTest::addColumn<int>("descriptors");
    QTest::addColumn<int>("batches");
    for (const int descriptors : {10, 23, 40, 64, 80, 100, 256, 1000}) {
        for (const int batches : {1, 2})
            QTest::addRow("%d, %d batches", descriptors, batches) << descriptors << batches;
    }
}

void tst_ProcessLimits::requestsAndSavesFitIntoTheLimit()
{
    QFETCH(int, descriptors);
    QFETCH(int, batches);
    const rlimit limit{.rlim_cur = rlim_t(descriptors), .rlim_max = m_before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);

    const int requests = requestsWithinDescriptors(batches, 1);
    const int saves = savesWithinDescriptors(batches);

    QVERIFY(requests >= 1);
    QVERIFY(saves >= 1 && saves <= 8);
    QVERIFY(batches * requests < descriptors / 2);
    QVERIFY(descriptors < 256 || batches * requests > descriptors / 4);
    QVERIFY(requestsWithinDescriptors(batches, 3) <= std::max(requests / 3, 1));
}

void tst_ProcessLimits::limitIsRaisedToTheHardLimit()
{
    const rlimit few{.rlim_cur = 30, .rlim_max = m_before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);

    raiseDescriptorLimit();

    rlimit now{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &now), 0);
    QCOMPARE(now.rlim_cur, m_before.rlim_max);
}

void tst_ProcessLimits::requestsFitIntoTheThreads_data()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {2, 8, 20, 30, 40, 60, 100, 150})
        QTest::addRow("%d", threads) << threads;
}

void tst_ProcessLimits::requestsFitIntoTheThreads()
{
    QFETCH(const int, threads);
    const ThreadLimit limit(static_cast<rlim_t>(threads));
    if (!limit.applies())
        QSKIP("this process cannot become an ordinary user");
    const auto startable = int(startableThreads(1000));
    QVERIFY(startable < threads);

    StartableThreads count;
    for (const int batches : {1, 2}) {
        const int requests = requestsWithinThreads(manyRequests, 0, batches, 1, count);
        const int managers = batches * requests / 6;
        constexpr int saves = 8;
        QVERIFY(requests < manyRequests);
        QCOMPARE(requests > 0, startable >= saves + 6);
        QVERIFY(requests == 0 || managers + saves <= startable);
        QVERIFY(startable < 60 || managers > startable / 3);
        QVERIFY(requestsWithinThreads(manyRequests, 0, batches, 3, count) <= std::max(requests / 2, 6));
        QVERIFY(requests == 0 || requestsWithinThreads(manyRequests, 5, batches, 1, count) > requests);
    }
}

void tst_ProcessLimits::fewRequestsAndRunningManagersNeedNoThreads()
{
    const ThreadLimit limit(1);
    if (!limit.applies())
        QSKIP("this process cannot become an ordinary user");
    StartableThreads count;
    QCOMPARE(requestsWithinThreads(36, 0, 1, 1, count), 36);
    QCOMPARE(requestsWithinThreads(37, 0, 1, 1, count), 0);
    QCOMPARE(requestsWithinThreads(6, 0, 2, 3, count), 6);
    QCOMPARE(requestsWithinThreads(7, 0, 2, 3, count), 0);
    QCOMPARE(requestsWithinThreads(manyRequests, 167, 1, 1, count), manyRequests);
}

// A thousand sources ask for the same count.
void tst_ProcessLimits::threadsAreCountedOnce()
{
    StartableThreads count;
    int limited = 0;
    {
        const ThreadLimit limit(40);
        if (!limit.applies())
            QSKIP("this process cannot become an ordinary user");
        limited = count.upTo(200);
        QVERIFY(limited > 0 && limited < 40);
    }
    QCOMPARE(count.upTo(300), limited); // not counted again, although the limit is gone
    QCOMPARE(count.upTo(5), 5);
    QCOMPARE(StartableThreads().upTo(100), 100);
}

FLAGFETCH_TEST(tst_ProcessLimits, None)
#include "tst_processlimits.moc"
