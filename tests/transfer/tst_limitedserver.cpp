#include "app/transfer/requesttries.h"
#include "app/transfer/transferpool.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const SteadyTime startTime{1h};

/// A server that serves `perSecond` requests a second, and up to `burst` at once after a pause.
struct LimitedServer
{
    double perSecond = 0;
    double burst = 0;
    double left = burst;
    SteadyTime then = startTime;

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

/// One request of a simulated batch.
struct SimulatedRequest
{
    explicit SimulatedRequest(TransferPool &pool)
        : tries(pool)
    {
    }

    RequestTries tries;
    SteadyTime mayStart = startTime; // pause of this request
    SteadyTime started;
};

} // namespace

/// Batches at a simulated server with a rate limit.
class tst_LimitedServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFlagIsFetched_data();
    void everyFlagIsFetched();
};

void tst_LimitedServer::everyFlagIsFetched_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<double>("burst");
    QTest::addColumn<bool>("sendsRetryAfter");
    QTest::addColumn<int>("limit");
    struct Server
    {
        int status;
        bool sendsRetryAfter;
    };
    for (const Server &server : {Server{429, false}, {429, true}, {503, false}, {503, true}}) {
        for (const int limit : {1, 6, 30, 100}) {
            const auto row = [&](double perSecond, double burst) {
                QTest::addRow("%d%s, %g a second, limit %d", server.status,
                    server.sendsRetryAfter ? " with a time" : "", perSecond, limit)
                    << server.status << perSecond << burst << server.sendsRetryAfter << limit;
            };
            row(10, 10);
            row(1, 1);
            row(100, 5);
        }
    }
}

// In simulated time. Responses take 20 ms.
void tst_LimitedServer::everyFlagIsFetched()
{
    QFETCH(int, status);
    QFETCH(double, perSecond);
    QFETCH(double, burst);
    QFETCH(bool, sendsRetryAfter);
    QFETCH(int, limit);
    constexpr int flags = 250;
    constexpr auto step = 1ms;
    constexpr auto responseTime = 20ms;
    LimitedServer server{.perSecond = perSecond, .burst = burst};
    TransferPool pool;
    Throttle &throttle = pool.throttle();
    std::mt19937 random(1);
    std::vector<SimulatedRequest> waiting(flags, SimulatedRequest(pool));
    std::vector<SimulatedRequest> inFlight;
    int refused = 0;
    SteadyTime now = startTime;
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
        while (!inFlight.empty() && inFlight.front().started + responseTime <= now) {
            SimulatedRequest request = inFlight.front();
            const int together = int(inFlight.size());
            inFlight.erase(inFlight.begin());
            if (server.serves(now)) {
                throttle.recordResponse(now);
                continue;
            }
            ++refused;
            const RequestTries::Failed refusal{.failure = {FailureKind::ServerError, status, {}},
                .requestedDelay = sendsRetryAfter ? std::optional<RequestTries::Duration>(1s) : std::nullopt,
                .started = request.started,
                .inFlight = together,
                .chance = std::uniform_real_distribution(0.0, 1.0)(random)};
            const auto next = request.tries.decideNext(refusal, now);
            QVERIFY2(next, qPrintable(u"%1 left"_s.arg(waiting.size())));
            request.mayStart = now + next->pause;
            waiting.push_back(request);
        }
    }

    const double best = (flags - burst) / perSecond;
    const double seconds = std::chrono::duration<double>(now - startTime).count();
    QVERIFY2(seconds < 2.5 * best + 15, qPrintable(u"%1 s, at best %2 s"_s.arg(seconds).arg(best)));
    const bool isRetriedFirst
        = status == 503 && !sendsRetryAfter; // plain 503s are retried as transient failures first
    QVERIFY2(refused < (isRetriedFirst ? 2 * flags : flags / 2) + 3 * limit,
        qPrintable(u"%1 refusals"_s.arg(refused)));
}

FLAGFETCH_TEST(tst_LimitedServer, Core)
#include "tst_limitedserver.moc"
