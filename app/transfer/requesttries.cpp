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

// A source with a rate limit refuses one request that often only by rare accident.
constexpr int maximalRefusalsAmongResponses = 6;
// Takes half a minute, including the throttle's pauses between them.
constexpr int maximalUnsharedRefusals = 5;

constexpr std::chrono::milliseconds shortestReportedDelay = 1s;

/// Whether this is a 503 that does not mention too many requests.
bool isPlainUnavailable(const RequestTries::Failed &failed)
{
    return failed.failure.status == unavailable && !failed.requestedDelay
        && !failed.failure.detail.contains("slow down"_L1, Qt::CaseInsensitive);
}

} // namespace

void RequestTries::begin()
{
    if (m_count++ == 0 && m_refusals == 0)
        m_responsesAtBegin = m_pool->throttle().responses();
}

Result<RequestTries::Next> RequestTries::decideNext(const Failed &failed, SteadyTime now)
{
    const RetryPolicy &policy = m_pool->settings().retry;
    const auto pause = policy.delayAfter(m_count, failed.failure, failed.chance, failed.requestedDelay);
    // If another request breaks a connection, Qt may lose a request that was just put on it. This URL did not
    // cause that, so it gets one more try on a dedicated manager, even if the retry budget is used up.
    const bool mayBeOtherRequest = m_count == 1 && failed.failure.kind == FailureKind::ConnectionLost;
    if (failed.failure.kind == FailureKind::Timeout)
        m_pool->recordTimeout();
    const bool mayTryAgain = pause && !m_pool->isSilent() && (mayBeOtherRequest || m_pool->hasRetries());
    m_wasRefused = isRefusal(failed, mayTryAgain);
    if (m_wasRefused)
        return decideAfterRefusal(failed, now);
    if (failed.failure.status != 0 && !isTransient(failed.failure))
        m_pool->throttle().recordResponse(now);
    if (failed.failure.status == unavailable)
        m_pool->throttle().recordUnavailable();
    if (!mayTryAgain)
        return unexpected(failed.failure);
    if (!mayBeOtherRequest)
        m_pool->takeRetry();
    return Next{.pause = *pause,
        .shown = failed.requestedDelay.value_or(0ms) > 0ms ? pause : std::nullopt,
        .needsDedicatedGroup = mayBeOtherRequest};
}

// 429 and 420 mean that there are too many requests; 503 may mean it. A plain 503 is taken for a transient
// failure, unless the source has refused other requests or serves only other requests.
bool RequestTries::isRefusal(const Failed &failed, bool mayTryAgain) const
{
    const Throttle &throttle = m_pool->throttle();
    const int status = failed.failure.status;
    if (m_pool->settings().retry.tries <= 1)
        return false;
    if (status == tooManyRequests || status == enhanceYourCalm)
        return true;
    if (status != unavailable || failed.requestedDelay == 0ms)
        return false;
    return !isPlainUnavailable(failed)
        || (throttle.isActive() || throttle.isOverloaded()
            || (!mayTryAgain && throttle.responses() > m_responsesAtBegin));
}

Result<RequestTries::Next> RequestTries::decideAfterRefusal(const Failed &failed, SteadyTime now)
{
    const RetryPolicy &policy = m_pool->settings().retry;
    Throttle &throttle = m_pool->throttle();
    std::optional<Duration> requestedDelay = failed.requestedDelay;
    if (requestedDelay == 0ms) // zero is no delay: servers round times below a second down
        requestedDelay.reset();
    if (requestedDelay)
        requestedDelay = std::min(*requestedDelay, policy.longestRequestedDelay);
    --m_count;
    const int responses = throttle.responses() - std::exchange(m_responsesAtRefusal, throttle.responses());
    const int othersRefused = throttle.refusals() - m_refusalsAtRefusal;
    if (m_refusals++ > 0 && responses > othersRefused) {
        if (++m_refusalsAmongResponses > maximalRefusalsAmongResponses)
            return unexpected(failed.failure);
        const double doubled = double(policy.firstDelay.count()) * std::exp2(m_refusalsAmongResponses - 1);
        const Duration pause(std::llround(std::min(doubled, double(policy.longestDelay.count()))));
        return Next{
            .pause = requestedDelay.value_or(pause), .shown = requestedDelay, .needsDedicatedGroup = false};
    }
    // A plain 503 that no other request shares concerns this URL, even if no other requests are left to
    // compare with.
    const bool isUnshared = m_refusals > 1 && isPlainUnavailable(failed) && responses == othersRefused;
    if (isUnshared && ++m_unsharedRefusals > maximalUnsharedRefusals)
        return unexpected(failed.failure);
    const Throttle::Refusal refusal
        = throttle.recordRefusal(failed.started, failed.inFlight, requestedDelay, now);
    if (refusal.isFinal)
        return unexpected(Failure{FailureKind::RateLimited, failed.failure.status, failed.failure.detail});
    m_refusalsAtRefusal = throttle.refusals();
    Next next{.pause = 0ms, .shown = requestedDelay, .needsDedicatedGroup = false};
    if (!requestedDelay && refusal.pause >= shortestReportedDelay)
        next.shown = refusal.pause;
    return next;
}
