#pragma once

#include "app/timeline/requestlog.h"

#include <QList>

#include <chrono>
#include <vector>

/// The requests of one run as a value: what a view draws, a table lists and a trace stores. It follows a
/// RequestLog through update().
class Timeline final
{
public:
    using Duration = std::chrono::nanoseconds;

    /// Takes in what has changed. Drops all requests if the changes belong to another run.
    void update(const RequestChanges &changes);

    /// In the order in which they were queued.
    [[nodiscard]] const std::vector<RequestRecord> &requests() const { return m_requests; }
    [[nodiscard]] int run() const { return m_run; }
    [[nodiscard]] SteadyTime started() const { return m_started; }
    [[nodiscard]] bool hasEnded() const { return m_ended.has_value(); }
    /// The end of the run, or `now` while it has none.
    [[nodiscard]] SteadyTime endOr(SteadyTime now) const { return m_ended.value_or(now); }
    /// Of requests in flight; 0: unknown.
    [[nodiscard]] int limit() const { return m_limit; }
    /// When the event loop of the requests was blocked, in order of time.
    [[nodiscard]] const QList<LoopBlock> &loopBlocks() const { return m_loopBlocks; }

private:
    std::vector<RequestRecord> m_requests;
    int m_run = 0;
    SteadyTime m_started;
    std::optional<SteadyTime> m_ended;
    int m_limit = 0;
    QList<LoopBlock> m_loopBlocks;
};

/// The numbers beside a timeline. Times of what has not ended yet count up to `now`.
struct TimelineFigures
{
    using Duration = Timeline::Duration;

    Duration elapsed{0}; ///< of the run
    /// What the same would take one after another: all tries from sent to ended, and all work on the pool
    /// from started to ended. Waiting for slots, pauses before a retry and waiting for a thread are not
    /// included, because they exist only because others run at the same time.
    Duration oneAtATime{0};
    /// The event loop was blocked meanwhile. The times of all requests include its sleeps, so their sum is
    /// not what one after another would take.
    bool wasLoopBlocked = false;
    int requests = 0; ///< that have ended with their content
    int retries = 0; ///< tries after one that failed
    int failures = 0; ///< requests that have ended without their content
    int newConnections = 0;
    int reusedConnections = 0;
    int mostInFlight = 0;
    qint64 bytes = 0;
    Duration medianWait{0}; ///< for the first byte of a response, of tries that have one
    Duration percentile95Wait{0}; ///< nearest rank

    /// How many times faster the run is than one after another; 0 before anything has ended, and if the event
    /// loop was blocked.
    [[nodiscard]] double speedUp() const
    {
        const bool isKnown = !wasLoopBlocked && elapsed.count() != 0;
        return isKnown ? double(oneAtATime.count()) / double(elapsed.count()) : 0;
    }
    [[nodiscard]] double requestsPerSecond() const;
    [[nodiscard]] double bytesPerSecond() const;
};

[[nodiscard]] TimelineFigures figuresOf(const Timeline &timeline, SteadyTime now);

/// The number of requests in flight from a moment on.
struct InFlightStep
{
    SteadyTime from;
    int count = 0;

    friend bool operator==(const InFlightStep &, const InFlightStep &) = default;
};

/// Returns the steps in order of time, at most one for a moment. The first one is the first request.
[[nodiscard]] QList<InFlightStep> inFlightSteps(const Timeline &timeline);
