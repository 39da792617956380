#pragma once

#include "app/downloads/flagresult.h"
#include "app/timeline/timeline.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

#include <chrono>
#include <optional>

/// What one download of all flags took with one limit of requests in flight.
struct MeasuredRun
{
    using Duration = Timeline::Duration;

    int limit = 1; ///< that was requested
    int effectiveLimit = 1; ///< lower than `limit` if this process may open few connections
    Duration elapsed{0};
    Duration summedTime{0}; ///< the sum of the single times in this run, see TimelineFigures
    Duration averageTime{0}; ///< of a request, from sent to ended
    Duration longestTime{0}; ///< the same of the slowest request
    int requests = 0; ///< that were sent, each once
    int mostInFlight = 0;
    // Each flag is in exactly one of the next three.
    int fetched = 0;
    int notFound = 0;
    int failed = 0;
    QStringList notFoundCodes = {}; ///< of the countries, sorted
    QStringList failedCodes = {};
    int retries = 0;
    int refused = 0; ///< tries that the server refused because of too many requests
    qint64 bytes = 0;

    [[nodiscard]] int flags() const { return fetched + notFound + failed; }
};

Q_DECLARE_METATYPE(MeasuredRun)

/// The figures of a run that has ended.
[[nodiscard]] MeasuredRun measuredRun(int limit, const Timeline &timeline, const BatchProgress &progress);

/// The results of a LimitMeasurement. A value.
struct Measurement
{
    using Duration = MeasuredRun::Duration;

    QList<MeasuredRun> runs = {}; ///< that are complete, by ascending limit
    /// How many requests at once the source is known to take: what its operator accepts, or what a built-in
    /// server is set to handle. Nothing if it is unknown.
    std::optional<int> sourceLimit = {};
    std::chrono::milliseconds pause{0}; ///< between the starts of two requests, as the source requires it
    bool wasCancelled = false;
    std::optional<Failure> failure
        = {}; ///< why the first run fetched no flag, so that nothing more was measured

    /// The time that all others are compared with: that of the run with limit 1. Without such a run, the sum
    /// of the single times in the run with the lowest limit. 0 without runs.
    [[nodiscard]] Duration sequentialTime() const;
    /// Whether sequentialTime() was measured and not added up.
    [[nodiscard]] bool isSequentialTimeMeasured() const;

    /// What the run would have taken if each additional request at once helped equally. Requests beyond the
    /// effective limit were never in flight.
    [[nodiscard]] Duration idealTime(const MeasuredRun &run) const
    {
        return sequentialTime() / run.effectiveLimit;
    }
    /// How many times faster the run was than one request after another. A server that makes requests wait
    /// lengthens the single times of a run, so these are not what it is compared with.
    [[nodiscard]] double speedUp(const MeasuredRun &run) const;

    [[nodiscard]] bool isComplete() const { return !wasCancelled && !failure && !runs.isEmpty(); }
};

Q_DECLARE_METATYPE(Measurement)

/// A table of the runs for other programs (RFC 4180), with a header line and one line for each run. Times are
/// milliseconds. docs/LAB.md lists the columns.
[[nodiscard]] QByteArray measurementCsv(const Measurement &measurement);

/// Milliseconds with one decimal, as in the table and in JSON.
[[nodiscard]] double roundedMilliseconds(MeasuredRun::Duration duration);
