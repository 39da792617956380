#include "app/transfer/requesttries.h"
#include "app/transfer/transferpool.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using RequestedDelay = std::optional<RequestTries::Duration>;

class tst_RequestTries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void transientFailuresAreCounted();
    void refusalCostsNeitherTryNorBudget_data();
    void refusalCostsNeitherTryNorBudget();
    void otherFailuresCostATry_data();
    void otherFailuresCostATry();
    void plainUnavailableIsARefusalAfterTheLastTry();
    void plainUnavailableIsARefusalIfNoRetryIsLeft();
    void addressThatIsRefusedAloneFails();
    void lastAddressThatIsUnavailableFails();
    void singleTryIsNotRetried();

private:
    [[nodiscard]] static RequestTries::Failed failed(
        int status, const RequestedDelay &requestedDelay = {}, const QString &reason = {});
    void respondToOther();

    std::unique_ptr<TransferPool> m_pool;
};

namespace {

const SteadyTime seriesStart{1h};

bool isFinal(const Result<RequestTries::Next> &next)
{
    return !next;
}

} // namespace

RequestTries::Failed tst_RequestTries::failed(
    int status, const RequestedDelay &requestedDelay, const QString &reason)
{
    return {.failure = {FailureKind::ServerError, status, reason},
        .requestedDelay = requestedDelay,
        .started = seriesStart,
        .inFlight = 1,
        .chance = 0.5};
}

void tst_RequestTries::respondToOther()
{
    m_pool->throttle().recordResponse(seriesStart);
}

void tst_RequestTries::init()
{
    m_pool = std::make_unique<TransferPool>();
}

void tst_RequestTries::transientFailuresAreCounted()
{
    RequestTries tries(*m_pool);
    for (int count = 1; count <= 3; ++count) {
        tries.begin();
        QCOMPARE(tries.count(), count);
        QCOMPARE(isFinal(tries.decideNext(failed(500), seriesStart)), count == 3);
        QVERIFY(!tries.wasRefused());
    }
}

void tst_RequestTries::refusalCostsNeitherTryNorBudget_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<RequestedDelay>("requestedDelay");
    QTest::addColumn<QString>("reason");
    QTest::newRow("429") << 429 << RequestedDelay() << QString();
    QTest::newRow("429 with a time") << 429 << RequestedDelay(2s) << QString();
    QTest::newRow("429, at once") << 429 << RequestedDelay(0ms) << QString();
    QTest::newRow("420") << 420 << RequestedDelay() << QString();
    QTest::newRow("503 with a time") << 503 << RequestedDelay(2s) << QString();
    QTest::newRow("503 Slow Down") << 503 << RequestedDelay() << u"Slow Down"_s;
}

void tst_RequestTries::refusalCostsNeitherTryNorBudget()
{
    QFETCH(int, status);
    QFETCH(RequestedDelay, requestedDelay);
    QFETCH(QString, reason);
    TransferSettings settings;
    settings.retryBudget = 0;
    m_pool->setSettings(settings);
    RequestTries tries(*m_pool);
    for (int i = 0; i < 10; ++i) {
        tries.begin();
        QVERIFY(!isFinal(tries.decideNext(failed(status, requestedDelay, reason), seriesStart)));
        QVERIFY(tries.wasRefused());
        QCOMPARE(tries.count(), 0);
    }
    QVERIFY(m_pool->throttle().isActive());
}

void tst_RequestTries::otherFailuresCostATry_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<RequestedDelay>("requestedDelay");
    QTest::newRow("503, at once") << 503 << RequestedDelay(0ms);
    QTest::newRow("503 alone") << 503 << RequestedDelay();
    QTest::newRow("502 with a time") << 502 << RequestedDelay(2s);
}

void tst_RequestTries::otherFailuresCostATry()
{
    QFETCH(int, status);
    QFETCH(RequestedDelay, requestedDelay);
    RequestTries tries(*m_pool);
    for (int count = 1; count <= 3; ++count) {
        tries.begin();
        QCOMPARE(isFinal(tries.decideNext(failed(status, requestedDelay), seriesStart)), count == 3);
    }
    QVERIFY(!m_pool->throttle().isActive());
}

void tst_RequestTries::plainUnavailableIsARefusalAfterTheLastTry()
{
    RequestTries tries(*m_pool);
    tries.begin();
    std::ignore = tries.decideNext(failed(503), seriesStart);
    respondToOther();
    tries.begin();
    std::ignore = tries.decideNext(failed(503), seriesStart);
    QVERIFY(!m_pool->throttle().isActive());

    tries.begin();
    QVERIFY(!isFinal(tries.decideNext(failed(503), seriesStart)));
    QVERIFY(m_pool->throttle().isActive());
    QCOMPARE(tries.count(), 2);
}

// The source serves all other requests, so the refusals are not caused by their number.
// Many requests that are refused together use up the budget, while metadata arrives.
void tst_RequestTries::plainUnavailableIsARefusalIfNoRetryIsLeft()
{
    TransferSettings settings;
    settings.retryBudget = 1;
    m_pool->setSettings(settings);
    RequestTries first(*m_pool);
    RequestTries second(*m_pool);
    first.begin();
    second.begin();
    respondToOther();
    QVERIFY(!isFinal(first.decideNext(failed(503), seriesStart)));
    QVERIFY(!m_pool->throttle().isActive());

    QVERIFY(!isFinal(second.decideNext(failed(503), seriesStart)));
    QVERIFY(m_pool->throttle().isActive());
    QCOMPARE(second.count(), 0);
}

void tst_RequestTries::addressThatIsRefusedAloneFails()
{
    RequestTries tries(*m_pool);
    int refusals = 0;
    Result<RequestTries::Next> next;
    do {
        QVERIFY(++refusals < 20);
        const int before = m_pool->throttle().maximalInFlight();
        tries.begin();
        next = tries.decideNext(failed(429), seriesStart + refusals * 1min);
        QVERIFY(refusals == 1
            || m_pool->throttle().maximalInFlight() >= before); // other requests are not slowed down
        respondToOther();
    } while (!isFinal(next));
    QCOMPARE(next.error().kind, FailureKind::ServerError);
    QCOMPARE(next.error().status, 429);
}

// All other requests are done, so no responses to them show that only this URL is refused.
void tst_RequestTries::lastAddressThatIsUnavailableFails()
{
    RequestTries tries(*m_pool);
    Result<RequestTries::Next> next;
    SteadyTime now = seriesStart;
    int tried = 0;
    do {
        QVERIFY(++tried < 20);
        tries.begin();
        RequestTries::Failed last = failed(503);
        last.started = now;
        next = tries.decideNext(last, now);
        if (tried == 1)
            respondToOther(); // the last response to another request
        if (next)
            now = std::max(now + next->pause, m_pool->throttle().nextStart());
    } while (!isFinal(next));
    QCOMPARE(next.error().kind, FailureKind::ServerError);
    QVERIFY(now - seriesStart < 60s);
}

void tst_RequestTries::singleTryIsNotRetried()
{
    TransferSettings settings;
    settings.retry.tries = 1;
    m_pool->setSettings(settings);
    RequestTries tries(*m_pool);
    tries.begin();

    QVERIFY(isFinal(tries.decideNext(failed(429, 2s), seriesStart)));
}

FLAGFETCH_TEST(tst_RequestTries, Core)
#include "tst_requesttries.moc"
