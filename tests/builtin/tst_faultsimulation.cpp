#include "app/builtin/faultsimulation.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFaultSimulation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEqualInEveryProcess();
    void dependsOnSeedPathAndAttempt();
    void refusesConfiguredShare_data();
    void refusesConfiguredShare();
    void everyPathSucceedsEventually();
    void delaysCoverWholeRange();
    void refusalsHaveErrorDelay();
    void invertedRangeUsesShortestDelay();
    void countsAttemptsPerPath();
    void countsLimitedNumberOfPaths();
    void requestsBeyondTheCapacityWait();
    void freePlaceIsUsedAtOnce();
};

namespace {

QString path(int number)
{
    return u"cc/%1.svg"_s.arg(number);
}

QString pattern(const FaultSettings &faults, const QString &word, quint32 firstAttempt = 0)
{
    QString refusals;
    for (quint32 attempt = firstAttempt; attempt < firstAttempt + 64; ++attempt)
        refusals += simulatedFault(faults, word, attempt).refused ? u'x' : u'.';
    return refusals;
}

} // namespace

// A run with a reported seed must be repeatable with later versions, so these answers must never change.
void TestFaultSimulation::isEqualInEveryProcess()
{
    QCOMPARE(pattern({.errorRate = 0.25, .seed = 7}, u"cn/cn.svg"_s),
        u".........x....xx...x.x.xx.xx.xx...x...xx.........x.....xx.xx...x"_s);
    const FaultSettings slow{.shortestDelay = 500ms, .longestDelay = 5s, .seed = 7};
    QCOMPARE(simulatedFault(slow, u"cn/cn.svg", 0).delay, 3196ms);
    QCOMPARE(simulatedFault(slow, u"cn/metadata.json", 3).delay, 1833ms);
}

void TestFaultSimulation::dependsOnSeedPathAndAttempt()
{
    const FaultSettings faults{.errorRate = 0.5, .seed = 7};
    QSet<QString> patterns{pattern(faults, u"cn/cn.svg"_s)};
    patterns.insert(pattern(faults, u"cn/cn.svg"_s, 64));
    patterns.insert(pattern(faults, u"cn/metadata.json"_s));
    patterns.insert(pattern(faults, u"nc/cn.svg"_s));
    patterns.insert(pattern({.errorRate = 0.5, .seed = 8}, u"cn/cn.svg"_s));
    QCOMPARE(patterns.size(), 5);
}

void TestFaultSimulation::refusesConfiguredShare_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<quint32>("seed");
    for (const double rate : {0.0, 0.01, 0.25, 0.5, 0.9, 1.0}) {
        for (const quint32 seed : {0U, 1U, 2U, 7U, 0xffffffffU})
            QTest::addRow("%.2f, seed %u", rate, seed) << rate << seed;
    }
}

void TestFaultSimulation::refusesConfiguredShare()
{
    QFETCH(double, rate);
    QFETCH(quint32, seed);
    constexpr int asked = 20'000;
    const FaultSettings faults{.errorRate = rate, .seed = seed};
    int refused = 0;
    for (int i = 0; i < asked; ++i)
        refused += simulatedFault(faults, path(i), 0).refused ? 1 : 0;
    // 4.5 standard deviations. The outcome is deterministic, so this test cannot fail randomly.
    const double bound = 4.5 * std::sqrt(rate * (1 - rate) * asked);
    QVERIFY2(std::abs(refused - rate * asked) <= bound, qPrintable(QString::number(refused)));
}

void TestFaultSimulation::everyPathSucceedsEventually()
{
    const FaultSettings faults{.errorRate = 0.25};
    for (int i = 0; i < 500; ++i) {
        const QString turns = pattern(faults, path(i));
        QVERIFY2(turns.contains(u'x') && turns.contains(u'.'), qPrintable(turns));
    }
}

void TestFaultSimulation::delaysCoverWholeRange()
{
    const FaultSettings faults{.shortestDelay = 500ms, .longestDelay = 5s};
    QList<int> tenths(10, 0);
    for (int i = 0; i < 10'000; ++i) {
        const auto delay = simulatedFault(faults, path(i), 0).delay;
        QVERIFY(delay >= 500ms);
        QVERIFY(delay <= 5s);
        ++tenths[std::min<qsizetype>(9, (delay - 500ms) / 450ms)];
    }
    for (const int count : std::as_const(tenths))
        QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
}

void TestFaultSimulation::refusalsHaveErrorDelay()
{
    const FaultSettings faults{.shortestDelay = 1s, .longestDelay = 2s, .errorRate = 1, .errorDelay = 30ms};
    QCOMPARE(simulatedFault(faults, u"cn/cn.svg", 0).delay, 30ms);
    QVERIFY(simulatedFault(faults, u"cn/cn.svg", 0).refused);
}

void TestFaultSimulation::invertedRangeUsesShortestDelay()
{
    const FaultSettings faults{.shortestDelay = 2s, .longestDelay = 1s};
    QCOMPARE(simulatedFault(faults, u"cn/cn.svg", 0).delay, 2s);
}

void TestFaultSimulation::countsAttemptsPerPath()
{
    const FaultSettings settings{.errorRate = 0.5, .seed = 7};
    FaultSimulation simulation(settings);
    for (quint32 attempt = 0; attempt < 50; ++attempt) {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(simulation.next(path(i)).refused, simulatedFault(settings, path(i), attempt).refused);
    }
}

// Paths beyond the limit share one counter, and still succeed eventually.
void TestFaultSimulation::countsLimitedNumberOfPaths()
{
    const FaultSettings settings{.errorRate = 0.5, .seed = 7};
    FaultSimulation simulation(settings);
    for (int i = 0; i < 4096; ++i)
        QCOMPARE(simulation.next(path(i)).refused, simulatedFault(settings, path(i), 0).refused);
    for (quint32 attempt = 0; attempt < 50; ++attempt) {
        const QString other = path(5000 + int(attempt % 2));
        QCOMPARE(simulation.next(other).refused, simulatedFault(settings, other, attempt).refused);
    }
    QCOMPARE(simulation.next(path(0)).refused, simulatedFault(settings, path(0), 1).refused);
}

void TestFaultSimulation::requestsBeyondTheCapacityWait()
{
    FaultSimulation simulation({.shortestDelay = 100ms, .longestDelay = 100ms, .capacity = 2});
    const SteadyTime now = SteadyTime::clock::now();
    QList<std::chrono::milliseconds> delays;
    for (int number = 0; number < 5; ++number)
        delays += simulation.next(path(number), now).delay;
    QCOMPARE(delays, (QList<std::chrono::milliseconds>{100ms, 100ms, 200ms, 200ms, 300ms}));
}

void TestFaultSimulation::freePlaceIsUsedAtOnce()
{
    FaultSimulation simulation({.shortestDelay = 100ms, .longestDelay = 100ms, .capacity = 1});
    const SteadyTime now = SteadyTime::clock::now();
    QCOMPARE(simulation.next(path(0), now).delay, 100ms);
    QCOMPARE(simulation.next(path(1), now + 30ms).delay, 170ms);
    QCOMPARE(simulation.next(path(2), now + 900ms).delay, 100ms);
    FaultSimulation unlimited({.shortestDelay = 100ms, .longestDelay = 100ms});
    QCOMPARE(unlimited.next(path(0), now).delay, 100ms);
    QCOMPARE(unlimited.next(path(1), now).delay, 100ms);
}

FLAGFETCH_TEST(TestFaultSimulation, Core)

#include "tst_faultsimulation.moc"
