#pragma once

#include "app/tasks/steadytime.h"

#include <chrono>
#include <deque>
#include <optional>

/// When the steps of one request happened. After a retry all times belong to the last try, except `queued`.
struct RequestTimings
{
    SteadyTime queued; ///< the slot was requested
    std::optional<SteadyTime> started; ///< the slot was granted
    std::optional<SteadyTime> firstByte; ///< the response header arrived
    std::optional<SteadyTime> finished;
};

/// The request rate of one source. Only the configured spacing limits it until the source refuses a request
/// because there are too many (429, 420, 503). From then on the rate and the number in flight adapt as in TCP
/// congestion control: a refusal halves them, and each response raises them a little. A value class. The
/// caller passes the time, so it needs no clock.
class Throttle final
{
public:
    using Duration = std::chrono::milliseconds;

    struct Refusal
    {
        Duration pause; ///< until the next request
        bool isFinal; ///< the source refused everything for too long; give it up
    };

    /// How long the source may refuse everything, beyond the longest delay that it requested.
    static constexpr std::chrono::minutes maximalRefusalTime{2};

    Throttle() = default;
    explicit Throttle(Duration spacing)
        : m_spacing(spacing)
    {
    }

    /// The earliest time at which the next request may start.
    [[nodiscard]] SteadyTime nextStart() const { return m_nextStart; }
    /// The number of requests that may be in flight.
    [[nodiscard]] int maximalInFlight() const;

    /// Whether the source has refused a request of this batch.
    [[nodiscard]] bool isActive() const { return m_reductions > 0; }
    /// Number of responses and refusals so far.
    [[nodiscard]] int responses() const { return m_responseCount; }
    [[nodiscard]] int refusals() const { return m_refusalCount; }
    /// Whether the source served requests earlier but has only sent 503 recently.
    [[nodiscard]] bool isOverloaded() const;

    void recordStart(SteadyTime now);
    /// Records a response that is no refusal, for example 200 or 404.
    void recordResponse(SteadyTime now);
    /// Records a plain 503, which may mean that there are too many requests.
    void recordUnavailable() { ++m_consecutiveUnavailable; }
    /// Records the refusal of a request that started at `started`, while `inFlight` requests were in flight.
    /// Requests that were refused together count as one.
    [[nodiscard]] Refusal recordRefusal(
        SteadyTime started, int inFlight, std::optional<Duration> requestedDelay, SteadyTime now);

private:
    [[nodiscard]] double responsesInLastSecond(SteadyTime now) const;

    Duration m_spacing{0};
    SteadyTime m_nextStart;
    double m_requestsPerSecond = 0; // 0: no limit
    double m_inFlightLimit = 0; // 0: no limit
    std::deque<SteadyTime> m_responses; // of about the last second
    int m_responseCount = 0;
    int m_refusalCount = 0;
    int m_consecutiveUnavailable = 0;
    SteadyTime m_lastReduction;
    int m_reductions = 0;
    int m_consecutiveReductions = 0; // without a response in between
    std::optional<SteadyTime> m_refusedSince;
    Duration m_longestRequestedDelay{0}; // since m_refusedSince
};
