#pragma once

#include "app/failures/failure.h"

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

/// When a failed request is tried again. The upper limit of the delay starts at `firstDelay` and doubles with
/// each try. The delay is a random part of it ("full jitter"), so that requests that failed together are not
/// repeated together.
struct RetryPolicy
{
    int tries = 3; ///< including the first one
    std::chrono::milliseconds firstDelay{500};
    std::chrono::milliseconds longestDelay{30'000};
    std::chrono::milliseconds longestRequestedDelay{60'000}; ///< upper limit for the server's Retry-After

    /// Returns the delay before the next try, or nothing if there is none. `failedTries` counts from 1,
    /// `requested` is the server's Retry-After, of which zero counts as none, and `chance` is a random number
    /// in [0, 1).
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayAfter(int failedTries, const Failure &failure,
        double chance, std::optional<std::chrono::milliseconds> requested = {}) const;
};

/// Whether the same request may succeed a moment later: after lost connections, timeouts, a lack of
/// descriptors, 408, 420, 425, 429 and transient 5xx statuses. After a 429 the whole source pauses as well:
/// see Throttle::recordRefusal().
[[nodiscard]] bool isTransient(const Failure &failure);

/// Parses an HTTP date in any of its three formats (RFC 9110, 5.6.7). Returns it in UTC, or nothing if the
/// text is no such date. A two-digit year means the year that is less than 50 years after `now`.
[[nodiscard]] std::optional<QDateTime> httpDate(const QByteArray &text, const QDateTime &now);

/// Parses a Retry-After header: seconds, also with a fraction, or an HTTP date. A date is relative to
/// `serverDate`, the response's Date header, because the server's clock may be wrong; without that header it
/// is relative to `now`. Returns zero for a date in the past, and nothing for any other value.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(
    const QByteArray &value, const QByteArray &serverDate, const QDateTime &now);
