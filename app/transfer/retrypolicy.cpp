#include "app/transfer/retrypolicy.h"

#include <algorithm>
#include <array>
#include <cmath>

bool isPassing(const Failure &failure)
{
    // 520 to 530 are Cloudflare's and other proxies' of trouble behind them.
    static constexpr std::array passingStatuses{
        408, 420, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530};
    switch (failure.kind) {
    case FailureKind::ConnectionLost:
    case FailureKind::Timeout:
    case FailureKind::Truncated:
    case FailureKind::TooManyOpen:
        return true;
    case FailureKind::ServerError:
        return std::ranges::find(passingStatuses, failure.status) != passingStatuses.end();
    default:
        return false;
    }
}

std::optional<std::chrono::milliseconds> RetryPolicy::delayAfter(int failedTries, const Failure &failure,
    double chance, std::optional<std::chrono::milliseconds> requested) const
{
    if (failedTries >= tries || !isPassing(failure))
        return std::nullopt;
    if (requested)
        return std::min(*requested, longestRequestedDelay);
    const double doubled = double(firstDelay.count()) * std::exp2(failedTries - 1);
    const double longest = std::min(doubled, double(longestDelay.count()));
    return std::chrono::milliseconds(std::llround(longest * chance));
}
