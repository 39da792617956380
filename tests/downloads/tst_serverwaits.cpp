#include "app/downloads/serverwaits.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestServerWaits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsDownInWholeSeconds_data();
    void countsDownInWholeSeconds();
    void longestWaitCounts();
    void shorterWaitDoesNotReplaceALongerOne();
    void unchangedSecondIsNotReported();
    void waitsExpire();
};

namespace {
const SteadyTime begin = SteadyTime() + 100h;
const QString japan = u"JP"_s;
const QString brazil = u"BR"_s;
} // namespace

void TestServerWaits::countsDownInWholeSeconds_data()
{
    QTest::addColumn<int>("passed"); // milliseconds
    QTest::addColumn<int>("shown");
    QTest::newRow("begin") << 0 << 12;
    QTest::newRow("a look that comes late") << 1'003 << 11;
    QTest::newRow("a look that comes early") << 1'997 << 10;
    QTest::newRow("never zero while it waits") << 11'900 << 1;
    QTest::newRow("end") << 12'000 << 0;
    QTest::newRow("long over") << 99'000 << 0;
}

void TestServerWaits::countsDownInWholeSeconds()
{
    QFETCH(const int, passed);
    QFETCH(const int, shown);
    ServerWaits waits;
    waits.begin(japan, 12s, begin);
    QCOMPARE(waits.remaining(japan, begin + std::chrono::milliseconds(passed)).count(), shown);
    QCOMPARE(waits.longest(begin + std::chrono::milliseconds(passed)).count(), shown);
    QCOMPARE(waits.remaining(brazil, begin).count(), 0);
}

void TestServerWaits::longestWaitCounts()
{
    ServerWaits waits;
    QCOMPARE(waits.longest(begin).count(), 0);
    waits.begin(japan, 12s, begin);
    waits.begin(brazil, 30s, begin);
    waits.begin(u"FR"_s, 5s, begin);
    QCOMPARE(waits.longest(begin).count(), 30);
}

void TestServerWaits::shorterWaitDoesNotReplaceALongerOne()
{
    ServerWaits waits;
    waits.begin(japan, 12s, begin);
    waits.begin(japan, 3s, begin + 1s);
    QCOMPARE(waits.remaining(japan, begin + 1s).count(), 11);
    waits.begin(japan, 20s, begin + 1s);
    QCOMPARE(waits.remaining(japan, begin + 1s).count(), 20);
}

void TestServerWaits::unchangedSecondIsNotReported()
{
    ServerWaits waits;
    QVERIFY(!waits.begin(japan, 0ms, begin)); // a date in the past
    QVERIFY(waits.codes().isEmpty());
    QVERIFY(waits.begin(japan, 2s, begin));
    QVERIFY(!waits.begin(japan, 2s, begin + 5ms)); // the metadata after the picture
    QVERIFY(waits.begin(japan, 2s, begin + 2s)); // the next try
    QVERIFY(waits.begin(brazil, 2s, begin));
}

void TestServerWaits::waitsExpire()
{
    ServerWaits waits;
    waits.begin(japan, 2s, begin);
    waits.begin(brazil, 5s, begin);
    waits.dropEnded(begin + 2s);
    QCOMPARE(waits.codes(), QStringList{brazil});
    waits.end(brazil);
    waits.end(japan);
    QVERIFY(waits.codes().isEmpty());
    QVERIFY(waits.begin(japan, 1s, begin + 2s));
}

FLAGFETCH_TEST(TestServerWaits, Core)
#include "tst_serverwaits.moc"
