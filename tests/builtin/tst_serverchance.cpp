#include "app/builtin/serverchance.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestServerChance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameInEveryProcess();
    void dependsOnSeedPathAndAttempt();
    void refusesItsShare_data();
    void refusesItsShare();
    void everyPathGetsItsTurn();
    void keepsTheRangeAndUsesAllOfIt();
    void delaysRefusalsByTheirOwnDelay();
    void takesAWrongRangeForItsShorterEnd();
};

namespace {

QString path(int number)
{
    return u"cc/%1.svg"_s.arg(number);
}

QString pattern(const ServerManners &manners, const QString &word, quint32 firstAttempt = 0)
{
    QString refusals;
    for (quint32 attempt = firstAttempt; attempt < firstAttempt + 64; ++attempt)
        refusals += treatmentOf(manners, word, attempt).refused ? u'x' : u'.';
    return refusals;
}

} // namespace

// A run that was reported with its seed can be repeated later: these answers must never change.
void TestServerChance::isTheSameInEveryProcess()
{
    QCOMPARE(pattern({.errorRate = 0.25, .seed = 7}, u"cn/cn.svg"_s),
        u".........x....xx...x.x.xx.xx.xx...x...xx.........x.....xx.xx...x"_s);
    const ServerManners slow{.shortestDelay = 500ms, .longestDelay = 5s, .seed = 7};
    QCOMPARE(treatmentOf(slow, u"cn/cn.svg", 0).delay, 3196ms);
    QCOMPARE(treatmentOf(slow, u"cn/metadata.json", 3).delay, 1833ms);
}

void TestServerChance::dependsOnSeedPathAndAttempt()
{
    const ServerManners manners{.errorRate = 0.5, .seed = 7};
    QSet<QString> patterns{pattern(manners, u"cn/cn.svg"_s)};
    patterns.insert(pattern(manners, u"cn/cn.svg"_s, 64));
    patterns.insert(pattern(manners, u"cn/metadata.json"_s));
    patterns.insert(pattern(manners, u"nc/cn.svg"_s));
    patterns.insert(pattern({.errorRate = 0.5, .seed = 8}, u"cn/cn.svg"_s));
    QCOMPARE(patterns.size(), 5);
}

void TestServerChance::refusesItsShare_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<quint32>("seed");
    for (const double rate : {0.0, 0.01, 0.25, 0.5, 0.9, 1.0}) {
        for (const quint32 seed : {0U, 1U, 2U, 7U, 0xffffffffU})
            QTest::addRow("%.2f, seed %u", rate, seed) << rate << seed;
    }
}

void TestServerChance::refusesItsShare()
{
    QFETCH(double, rate);
    QFETCH(quint32, seed);
    constexpr int asked = 20'000;
    const ServerManners manners{.errorRate = rate, .seed = seed};
    int refused = 0;
    for (int i = 0; i < asked; ++i)
        refused += treatmentOf(manners, path(i), 0).refused ? 1 : 0;
    // Four and a half standard deviations; the outcome is fixed, so this cannot fail by bad luck.
    const double bound = 4.5 * std::sqrt(rate * (1 - rate) * asked);
    QVERIFY2(std::abs(refused - rate * asked) <= bound, qPrintable(QString::number(refused)));
}

void TestServerChance::everyPathGetsItsTurn()
{
    const ServerManners manners{.errorRate = 0.25};
    for (int i = 0; i < 500; ++i) {
        const QString turns = pattern(manners, path(i));
        QVERIFY2(turns.contains(u'x') && turns.contains(u'.'), qPrintable(turns));
    }
}

void TestServerChance::keepsTheRangeAndUsesAllOfIt()
{
    const ServerManners manners{.shortestDelay = 500ms, .longestDelay = 5s};
    QList<int> tenths(10, 0);
    for (int i = 0; i < 10'000; ++i) {
        const auto delay = treatmentOf(manners, path(i), 0).delay;
        QVERIFY(delay >= 500ms);
        QVERIFY(delay <= 5s);
        ++tenths[std::min<qsizetype>(9, (delay - 500ms) / 450ms)];
    }
    for (const int count : std::as_const(tenths))
        QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
}

void TestServerChance::delaysRefusalsByTheirOwnDelay()
{
    const ServerManners manners{.shortestDelay = 1s, .longestDelay = 2s, .errorRate = 1, .errorDelay = 30ms};
    QCOMPARE(treatmentOf(manners, u"cn/cn.svg", 0).delay, 30ms);
    QVERIFY(treatmentOf(manners, u"cn/cn.svg", 0).refused);
}

void TestServerChance::takesAWrongRangeForItsShorterEnd()
{
    const ServerManners manners{.shortestDelay = 2s, .longestDelay = 1s};
    QCOMPARE(treatmentOf(manners, u"cn/cn.svg", 0).delay, 2s);
}

QTEST_GUILESS_MAIN(TestServerChance)

#include "tst_serverchance.moc"
