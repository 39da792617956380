#include "app/transfer/processlimits.h"
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

private:
    rlimit m_before{};
};

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

FLAGFETCH_TEST(tst_ProcessLimits, None)
#include "tst_processlimits.moc"
