#pragma once

#include "app/failures/failure.h"

#include <chrono>
#include <optional>

/// When a failed request is tried again. Waiting times double from `firstDelay` and are drawn between zero
/// and that
/// ("full jitter"), so that many requests that failed together do not come back together.
struct RetryPolicy
{
    int tries = 3; ///< the first one included
    std::chrono::milliseconds firstDelay{500};
    std::chrono::milliseconds longestDelay{30'000};
    std::chrono::milliseconds longestRequestedDelay{60'000}; ///< a server that asks for more gets this

    /// How long to wait before the next try; nothing if there is none. `failedTries` counts from 1;
    /// `requested` is what the server asked for, if it did; `chance` is in [0, 1).
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayAfter(int failedTries, const Failure &failure,
        double chance, std::optional<std::chrono::milliseconds> requested = {}) const;
};

/// Whether the same request may well succeed a moment later: lost connections, timeouts, a lack of
/// descriptors, 408, 420, 425, 429 and 5xx of passing kind.
[[nodiscard]] bool isPassing(const Failure &failure);
