#pragma once

#include "app/failures/failure.h"
#include "app/transfer/requesttimings.h"

#include <chrono>
#include <optional>
#include <variant>

class TransferPool;

/// The tries of one request, and what follows from one that failed. What may pass is tried again, as the
/// pool's RetryPolicy and budget allow. What the source refuses because it is asked too often slows down the
/// pool's Throttle and is tried again without using up a try, unless the source answers others meanwhile:
/// then it means this address. The time comes from outside, so it has no clock.
class RequestTries final
{
public:
    using Duration = std::chrono::milliseconds;

    struct Failed
    {
        Failure failure;
        std::optional<Duration> announced; ///< how long the server asked to be left alone
        SteadyTime started; ///< of this try
        int inFlight; ///< requests to the source, this one included
        double chance; ///< in [0, 1), for the pause before the next one
    };

    struct Next
    {
        Duration pause; ///< before a slot is asked for
        std::optional<Duration> shown; ///< what a person may want to know of a wait
        bool isAlone; ///< on a connection of its own
    };

    explicit RequestTries(TransferPool &pool)
        : m_pool(&pool)
    {
    }

    void begin();
    /// That have begun and count.
    [[nodiscard]] int count() const { return m_count; }

    /// The next try, or the failure that the request ends with.
    [[nodiscard]] std::variant<Next, Failure> after(const Failed &failed, SteadyTime now);

private:
    [[nodiscard]] bool isRefusal(const Failed &failed, bool mayTryAgain) const;
    [[nodiscard]] std::variant<Next, Failure> afterRefusal(const Failed &failed, SteadyTime now);

    TransferPool *m_pool;
    int m_count = 0;
    int m_answersAtBegin = 0; // of the source, before the first try
    int m_refusals = 0;
    int m_answersAtRefusal = 0; // of the source, before the last one
    int m_refusalsAtRefusal = 0; // of the source, with the last one
    int m_refusalsAmongAnswers = 0;
    int m_unsharedRefusals = 0; // plain 503s while nobody else was refused or answered
};
