#pragma once

#include "app/failures/result.h"
#include "app/transfer/throttle.h"

#include <chrono>
#include <optional>

class TransferPool;

/// Counts the tries of one request and decides what follows a failed one. Transient failures are retried as
/// the pool's RetryPolicy and budget allow. A refusal because of too many requests slows down the pool's
/// Throttle, and the retry does not count as a try. If the source serves other requests meanwhile, the
/// refusal is taken as a failure of this URL. The caller passes the time, so the class needs no clock.
class RequestTries final
{
public:
    using Duration = std::chrono::milliseconds;

    struct Failed
    {
        Failure failure;
        std::optional<Duration> requestedDelay; ///< from the server's Retry-After
        SteadyTime started; ///< of this try
        int inFlight = 0; ///< requests to the source, including this one
        double chance = 0; ///< random number in [0, 1) for the retry delay
    };

    struct Next
    {
        Duration pause; ///< before the next slot is requested
        std::optional<Duration> shown; ///< delay to report to the user
        bool needsDedicatedGroup;
    };

    explicit RequestTries(TransferPool &pool)
        : m_pool(&pool)
    {
    }

    void begin();
    /// Number of tries that have begun and count.
    [[nodiscard]] int count() const { return m_count; }

    /// Returns when and how to try again, or the failure that the request ends with.
    [[nodiscard]] Result<Next> decideNext(const Failed &failed, SteadyTime now);
    /// Whether the latest decision took the failure for a refusal because of too many requests.
    [[nodiscard]] bool wasRefused() const { return m_wasRefused; }

private:
    [[nodiscard]] bool isRefusal(const Failed &failed, bool mayTryAgain) const;
    [[nodiscard]] Result<Next> decideAfterRefusal(const Failed &failed, SteadyTime now);

    TransferPool *m_pool;
    int m_count = 0;
    int m_responsesAtBegin = 0; // of the source, before the first try
    bool m_wasRefused = false;
    int m_refusals = 0;
    int m_responsesAtRefusal = 0; // of the source, before the last refusal
    int m_refusalsAtRefusal = 0; // of the source, including the last refusal
    int m_refusalsAmongResponses = 0;
    int m_unsharedRefusals = 0; // plain 503s while no other request was refused or served
};
