#include "app/transfer/requesttries.h"
#include "app/transfer/transferpool.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Announced = std::optional<RequestTries::Duration>;

class tst_RequestTries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsWhatPasses();
    void refusalCostsNeitherTryNorBudget_data();
    void refusalCostsNeitherTryNorBudget();
    void whatIsNoRefusalCostsATry_data();
    void whatIsNoRefusalCostsATry();
    void plainUnavailableIsARefusalOnceTriesAreUsedUp();
    void addressThatIsRefusedAloneFails();
    void lastAddressThatIsUnavailableFails();
    void singleTryIsNotRepeated();
    void everyFlagComesFromALimitedServer_data();
    void everyFlagComesFromALimitedServer();

private:
    [[nodiscard]] static RequestTries::Failed failed(
        int status, const Announced &requestedDelay = {}, const QString &reason = {});
    void answerOther();

    std::unique_ptr<TransferPool> m_pool;
};

namespace {

const SteadyTime startOfDay{1h};

/// A server that serves so many requests a second, and saves up to `burst` of them.
struct LimitedServer
{
    double perSecond;
    double burst;
    double left = burst;
    SteadyTime then = startOfDay;

    bool serves(SteadyTime now)
    {
        left = std::min(burst, left + std::chrono::duration<double>(now - then).count() * perSecond);
        then = now;
        if (left < 1)
            return false;
        left -= 1;
        return true;
    }
};

/// One of the requests of a simulated batch.
struct SimulatedRequest
{
    explicit SimulatedRequest(TransferPool &pool)
        : tries(pool)
    {
    }

    RequestTries tries;
    SteadyTime mayStart = startOfDay; // a pause of its own
    SteadyTime started;
};

bool isFinal(const std::variant<RequestTries::Next, Failure> &next)
{
    return std::holds_alternative<Failure>(next);
}

} // namespace

RequestTries::Failed tst_RequestTries::failed(int status, const Announced &requestedDelay, const QString &reason)
{
    return {.failure = {FailureKind::ServerError, status, reason},
        .requestedDelay = requestedDelay,
        .started = startOfDay,
        .inFlight = 1,
        .chance = 0.5};
}

void tst_RequestTries::answerOther()
{
    m_pool->throttle().recordResponse(startOfDay);
}

void tst_RequestTries::init()
{
    m_pool = std::make_unique<TransferPool>();
}

void tst_RequestTries::countsWhatPasses()
{
    RequestTries tries(*m_pool);
    for (int count = 1; count <= 3; ++count) {
        tries.begin();
        QCOMPARE(tries.count(), count);
        QCOMPARE(isFinal(tries.after(failed(500), startOfDay)), count == 3);
    }
}

void tst_RequestTries::refusalCostsNeitherTryNorBudget_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Announced>("announced");
    QTest::addColumn<QString>("reason");
    QTest::newRow("429") << 429 << Announced() << QString();
    QTest::newRow("429 with a time") << 429 << Announced(2s) << QString();
    QTest::newRow("429, at once") << 429 << Announced(0ms) << QString();
    QTest::newRow("420") << 420 << Announced() << QString();
    QTest::newRow("503 with a time") << 503 << Announced(2s) << QString();
    QTest::newRow("503 Slow Down") << 503 << Announced() << u"Slow Down"_s;
}

void tst_RequestTries::refusalCostsNeitherTryNorBudget()
{
    QFETCH(int, status);
    QFETCH(Announced, requestedDelay);
    QFETCH(QString, reason);
    TransferSettings settings;
    settings.retryBudget = 0;
    m_pool->setSettings(settings);
    RequestTries tries(*m_pool);
    for (int i = 0; i < 10; ++i) {
        tries.begin();
        QVERIFY(!isFinal(tries.after(failed(status, requestedDelay, reason), startOfDay)));
        QCOMPARE(tries.count(), 0);
    }
    QVERIFY(m_pool->throttle().isActive());
}

void tst_RequestTries::whatIsNoRefusalCostsATry_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Announced>("announced");
    QTest::newRow("503, at once") << 503 << Announced(0ms);
    QTest::newRow("503 alone") << 503 << Announced();
    QTest::newRow("502 with a time") << 502 << Announced(2s);
}

void tst_RequestTries::whatIsNoRefusalCostsATry()
{
    QFETCH(int, status);
    QFETCH(Announced, requestedDelay);
    RequestTries tries(*m_pool);
    for (int count = 1; count <= 3; ++count) {
        tries.begin();
        QCOMPARE(isFinal(tries.after(failed(status, requestedDelay), startOfDay)), count == 3);
    }
    QVERIFY(!m_pool->throttle().isActive());
}

void tst_RequestTries::plainUnavailableIsARefusalOnceTriesAreUsedUp()
{
    RequestTries tries(*m_pool);
    tries.begin();
    std::ignore = tries.after(failed(503), startOfDay);
    answerOther();
    tries.begin();
    std::ignore = tries.after(failed(503), startOfDay);
    QVERIFY(!m_pool->throttle().isActive());

    tries.begin();
    QVERIFY(!isFinal(tries.after(failed(503), startOfDay)));
    QVERIFY(m_pool->throttle().isActive());
    QCOMPARE(tries.count(), 2);
}

// The source answers all others, so it is not because of their number.
void tst_RequestTries::addressThatIsRefusedAloneFails()
{
    RequestTries tries(*m_pool);
    int refusals = 0;
    std::variant<RequestTries::Next, Failure> next;
    do {
        QVERIFY(++refusals < 20);
        const int before = m_pool->throttle().maximalInFlight();
        tries.begin();
        next = tries.after(failed(429), startOfDay + refusals * 1min);
        QVERIFY(refusals == 1 || m_pool->throttle().maximalInFlight() >= before); // others are not slowed down
        answerOther();
    } while (!isFinal(next));
    QCOMPARE(std::get<Failure>(next).kind, FailureKind::ServerError);
    QCOMPARE(std::get<Failure>(next).status, 429);
}

// All others are done, so no answers of theirs show that it is this address alone.
void tst_RequestTries::lastAddressThatIsUnavailableFails()
{
    RequestTries tries(*m_pool);
    std::variant<RequestTries::Next, Failure> next;
    SteadyTime now = startOfDay;
    int tried = 0;
    do {
        QVERIFY(++tried < 20);
        tries.begin();
        RequestTries::Failed last = failed(503);
        last.started = now;
        next = tries.after(last, now);
        if (tried == 1)
            answerOther(); // the last one
        if (const auto *again = std::get_if<RequestTries::Next>(&next))
            now = std::max(now + again->pause, m_pool->throttle().nextStart());
    } while (!isFinal(next));
    QCOMPARE(std::get<Failure>(next).kind, FailureKind::ServerError);
    QVERIFY(now - startOfDay < 60s);
}

void tst_RequestTries::singleTryIsNotRepeated()
{
    TransferSettings settings;
    settings.retry.tries = 1;
    m_pool->setSettings(settings);
    RequestTries tries(*m_pool);
    tries.begin();

    QVERIFY(isFinal(tries.after(failed(429, 2s), startOfDay)));
}

void tst_RequestTries::everyFlagComesFromALimitedServer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<double>("burst");
    QTest::addColumn<bool>("announces");
    QTest::addColumn<int>("limit");
    struct Server
    {
        int status;
        bool announces;
    };
    for (const auto &[status, announces] : {Server{429, false}, {429, true}, {503, false}, {503, true}}) {
        for (const int limit : {1, 6, 30, 100}) {
            const auto row = [&](double perSecond, double burst) {
                QTest::addRow(
                    "%d%s, %g a second, limit %d", status, announces ? " with a time" : "", perSecond, limit)
                    << status << perSecond << burst << announces << limit;
            };
            row(10, 10);
            row(1, 1);
            row(100, 5);
        }
    }
}

// In simulated time: answers take 20 ms.
void tst_RequestTries::everyFlagComesFromALimitedServer()
{
    QFETCH(int, status);
    QFETCH(double, perSecond);
    QFETCH(double, burst);
    QFETCH(bool, announces);
    QFETCH(int, limit);
    constexpr int flags = 250;
    constexpr auto step = 1ms;
    constexpr auto answerTime = 20ms;
    LimitedServer server{.perSecond = perSecond, .burst = burst};
    Throttle &throttle = m_pool->throttle();
    std::mt19937 random(1);
    std::vector<SimulatedRequest> waiting(flags, SimulatedRequest(*m_pool));
    std::vector<SimulatedRequest> inFlight;
    int refused = 0;
    SteadyTime now = startOfDay;
    while (!waiting.empty() || !inFlight.empty()) {
        now += step;
        for (;;) {
            const auto next = std::ranges::find_if(
                waiting, [now](const SimulatedRequest &request) { return request.mayStart <= now; });
            if (next == waiting.end() || throttle.nextStart() > now
                || int(inFlight.size()) >= std::min(limit, throttle.maximalInFlight()))
                break;
            throttle.recordStart(now);
            inFlight.push_back(*next);
            inFlight.back().started = now;
            inFlight.back().tries.begin();
            waiting.erase(next);
        }
        while (!inFlight.empty() && inFlight.front().started + answerTime <= now) {
            SimulatedRequest request = inFlight.front();
            const int together = int(inFlight.size());
            inFlight.erase(inFlight.begin());
            if (server.serves(now)) {
                throttle.recordResponse(now);
                continue;
            }
            ++refused;
            RequestTries::Failed refusal = failed(status, announces ? Announced(1s) : Announced());
            refusal.started = request.started;
            refusal.inFlight = together;
            refusal.chance = std::uniform_real_distribution(0.0, 1.0)(random);
            const auto next = request.tries.after(refusal, now);
            QVERIFY2(!isFinal(next), qPrintable(u"%1 left"_s.arg(waiting.size())));
            request.mayStart = now + std::get<RequestTries::Next>(next).pause;
            waiting.push_back(request);
        }
    }

    const double best = (flags - burst) / perSecond;
    const double seconds = std::chrono::duration<double>(now - startOfDay).count();
    QVERIFY2(seconds < 2.5 * best + 15, qPrintable(u"%1 s, at best %2 s"_s.arg(seconds).arg(best)));
    const bool mayBeOtherTrouble = status == 503 && !announces; // and is tried again as that for a while
    QVERIFY2(refused < (mayBeOtherTrouble ? 2 * flags : flags / 2) + 3 * limit,
        qPrintable(u"%1 refusals"_s.arg(refused)));
}

FLAGFETCH_TEST(tst_RequestTries, Core)
#include "tst_requesttries.moc"
