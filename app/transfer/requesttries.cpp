#include "app/transfer/requesttries.h"

#include "app/transfer/transferpool.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int tooManyRequests = 429;
constexpr int enhanceYourCalm = 420;
constexpr int unavailable = 503;

// A limited source refuses the same request so often only by a rare accident.
constexpr int mostRefusalsAmongAnswers = 6;
// With the pauses of the throttle between them: half a minute.
constexpr int mostUnsharedRefusals = 5;

constexpr std::chrono::milliseconds worthShowing = 1s;

/// A 503 that does not say that there are too many requests.
bool isPlainUnavailable(const RequestTries::Failed &failed)
{
    return failed.failure.status == unavailable && !failed.announced
        && !failed.failure.detail.contains("slow down"_L1, Qt::CaseInsensitive);
}

} // namespace

void RequestTries::begin()
{
    if (m_count++ == 0 && m_refusals == 0)
        m_answersAtBegin = m_pool->throttle().answers();
}

std::variant<RequestTries::Next, Failure> RequestTries::after(const Failed &failed, SteadyTime now)
{
    const RetryPolicy &policy = m_pool->settings().retry;
    const auto pause = policy.delayAfter(m_count, failed.failure, failed.chance, failed.announced);
    if (isRefusal(failed, pause.has_value()))
        return afterRefusal(failed, now);
    if (failed.failure.status != 0 && !isPassing(failed.failure))
        m_pool->throttle().recordAnswer(now);
    if (failed.failure.status == unavailable)
        m_pool->throttle().recordUnavailable();
    // Where a neighbour breaks a connection, Qt may lose a request that was just put on it. That is no
    // trouble of this address: it gets one more try, alone, even if its neighbours have used up the budget.
    const bool mayBeNeighbours = m_count == 1 && failed.failure.kind == FailureKind::ConnectionLost;
    if (!pause || !(mayBeNeighbours || m_pool->takeRetry()))
        return failed.failure;
    return Next{
        .pause = *pause, .shown = failed.announced ? pause : std::nullopt, .isAlone = mayBeNeighbours};
}

// 429 and 420 say that there are too many requests, and 503 may. Where 503 says no more, it is taken for
// trouble that passes, until the source has refused others or answers others only.
bool RequestTries::isRefusal(const Failed &failed, bool mayTryAgain) const
{
    const Throttle &throttle = m_pool->throttle();
    const int status = failed.failure.status;
    if (m_pool->settings().retry.tries <= 1)
        return false;
    if (status == tooManyRequests || status == enhanceYourCalm)
        return true;
    if (status != unavailable || failed.announced == 0ms)
        return false;
    return !isPlainUnavailable(failed)
        || (throttle.isActive() || throttle.isOverrun()
            || (!mayTryAgain && throttle.answers() > m_answersAtBegin));
}

std::variant<RequestTries::Next, Failure> RequestTries::afterRefusal(const Failed &failed, SteadyTime now)
{
    const RetryPolicy &policy = m_pool->settings().retry;
    Throttle &throttle = m_pool->throttle();
    std::optional<Duration> announced = failed.announced;
    if (announced == 0ms) // "at once" names no time: servers round down what is less than a second
        announced.reset();
    if (announced)
        announced = std::min(*announced, policy.longestRequestedDelay);
    --m_count;
    const int answers = throttle.answers() - std::exchange(m_answersAtRefusal, throttle.answers());
    const int othersRefused = throttle.refusals() - m_refusalsAtRefusal;
    if (m_refusals++ > 0 && answers > othersRefused) {
        if (++m_refusalsAmongAnswers > mostRefusalsAmongAnswers)
            return failed.failure;
        const double doubled = double(policy.firstDelay.count()) * std::exp2(m_refusalsAmongAnswers - 1);
        const Duration pause(std::llround(std::min(doubled, double(policy.longestDelay.count()))));
        return Next{.pause = announced.value_or(pause), .shown = announced, .isAlone = false};
    }
    // A plain 503 that no other request shares is this address's, too, where no others are left to be asked.
    const bool isUnshared = m_refusals > 1 && isPlainUnavailable(failed) && answers == othersRefused;
    if (isUnshared && ++m_unsharedRefusals > mostUnsharedRefusals)
        return failed.failure;
    const Throttle::Refusal refusal = throttle.recordRefusal(failed.started, failed.inFlight, announced, now);
    if (refusal.isFinal)
        return Failure{FailureKind::RateLimited, failed.failure.status, failed.failure.detail};
    m_refusalsAtRefusal = throttle.refusals();
    Next next{.pause = 0ms, .shown = announced, .isAlone = false};
    if (!announced && refusal.pause >= worthShowing)
        next.shown = refusal.pause;
    return next;
}
