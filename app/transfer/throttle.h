#pragma once

#include "app/transfer/requesttimings.h"

#include <chrono>
#include <deque>
#include <optional>

/// How fast one source is asked. There is no limit but the configured spacing until the source refuses a
/// request because there are too many (429, 420, 503). Then pace and number at once adapt as TCP's do: halved
/// by a refusal, raised little by little by answers. A value; the time comes from outside, so it has no
/// clock.
class Throttle final
{
public:
    using Duration = std::chrono::milliseconds;

    struct Refusal
    {
        Duration pause; ///< until the next request
        bool isFinal; ///< nothing came for so long that the source is to be given up
    };

    /// Beyond the longest time that the source asked for, how long it may refuse everything.
    static constexpr std::chrono::minutes patience{2};

    Throttle() = default;
    explicit Throttle(Duration spacing)
        : m_spacing(spacing)
    {
    }

    /// Nothing may start before.
    [[nodiscard]] SteadyTime nextStart() const { return m_nextStart; }
    /// As many requests may be in flight.
    [[nodiscard]] int mostAtOnce() const;

    /// Whether the source has refused a request of this batch.
    [[nodiscard]] bool isActive() const { return m_cuts > 0; }
    /// How many answers and refusals there were.
    [[nodiscard]] int answers() const { return m_answerCount; }
    [[nodiscard]] int refusals() const { return m_refusalCount; }
    /// Whether the source has stopped to answer after it had begun, saying 503 to everybody.
    [[nodiscard]] bool isOverrun() const;

    void recordStart(SteadyTime now);
    /// An answer of any other kind, also one that there is no such flag.
    void recordAnswer(SteadyTime now);
    /// A plain 503, which may mean that there are too many requests.
    void recordUnavailable() { ++m_unavailableInARow; }
    /// Of a request that started at `started`, while so many were in flight. Requests that were refused
    /// together count as one.
    [[nodiscard]] Refusal recordRefusal(
        SteadyTime started, int inFlight, std::optional<Duration> announced, SteadyTime now);

private:
    [[nodiscard]] double answersInTheLastSecond(SteadyTime now) const;

    Duration m_spacing{0};
    SteadyTime m_nextStart;
    double m_perSecond = 0; // requests; 0: no limit
    double m_atOnce = 0; // 0: no limit
    std::deque<SteadyTime> m_answers; // of about the last second
    int m_answerCount = 0;
    int m_refusalCount = 0;
    int m_unavailableInARow = 0;
    SteadyTime m_lastCut;
    int m_cuts = 0;
    int m_cutsInARow = 0; // without an answer in between
    std::optional<SteadyTime> m_refusedSince;
    Duration m_longestAnnounced{0}; // since then
};
