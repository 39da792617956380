#pragma once

#include "app/builtin/builtinservers.h"
#include "app/countries/country.h"
#include "app/measuring/measurement.h"
#include "app/transfer/transfersettings.h"

#include <QObject>

#include <memory>

class DownloadQueue;
class RequestLog;

/// The input of LimitMeasurement.
struct MeasurementRequest
{
    QList<Country> countries; ///< at least one
    Source source; ///< without the address, if it is a built-in one
    QList<int> limits; ///< at least one; ascending, each once
    BuiltinServers::Settings
        servers; ///< for a built-in source: delays and errors, and where the pictures are
    TransferSettings transfer; ///< without the limit
};

/// The simulated faults that the measurement has by default: delays that make waiting visible and still let
/// one request after another end in seconds, and a server that handles ten requests at once.
[[nodiscard]] FaultSettings defaultMeasuredFaults();

/// How many requests at once the source is known to take, see Measurement::sourceLimit.
[[nodiscard]] std::optional<int> knownLimit(const MeasurementRequest &request);

/// How long the measurement will take, from the delays of a built-in source or the pause that a source
/// requires. Nothing if it depends on the server.
[[nodiscard]] std::optional<std::chrono::milliseconds> expectedTime(const MeasurementRequest &request);
/// Rounded up, for people.
[[nodiscard]] int wholeSeconds(std::chrono::milliseconds duration);

/// Downloads the same flags into memory with each limit, one run after another. No run profits from the one
/// before: each has another DownloadQueue with its own connections and, for a built-in source, another
/// server, which delays the same request by the same time. Saves nothing. Lives in the thread of its owner,
/// which must have an event loop. The destructor cancels without a signal.
class LimitMeasurement final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Running,
        Cancelling ///< the current run ends, and no other starts
    };

    explicit LimitMeasurement(QObject *parent = nullptr);
    ~LimitMeasurement() override;
    Q_DISABLE_COPY_MOVE(LimitMeasurement)

    /// Call only in the state Idle.
    void start(const MeasurementRequest &request);
    /// finished() follows as soon as the checks of pictures that have begun have ended. The run that is
    /// cancelled is not part of the result.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    /// Of the current run.
    [[nodiscard]] BatchProgress progress() const;
    [[nodiscard]] int currentLimit() const { return m_request.limits.value(m_next - 1); }
    /// The number of runs that have started, and of all.
    [[nodiscard]] qsizetype startedRuns() const { return m_next; }
    [[nodiscard]] qsizetype allRuns() const { return m_request.limits.size(); }
    /// What has been measured so far.
    [[nodiscard]] const Measurement &measurement() const { return m_measurement; }

Q_SIGNALS:
    void runStarted(int limit);
    /// Another flag of the current run has a result.
    void advanced();
    /// measurement() includes the run.
    void runFinished(const MeasuredRun &run);
    /// The last signal, exactly once for each start(). The state is Idle.
    void finished(const Measurement &measurement);

private:
    void startNext();
    void startRun(int limit, const Source &source);
    void noteResult(const FlagResult &result);
    void endRun(const BatchProgress &progress);
    void scheduleNext();

    MeasurementRequest m_request;
    Measurement m_measurement;
    State m_state = State::Idle;
    qsizetype m_next = 0; // in the limits
    // Of the current run.
    std::optional<Failure> m_latestFailure; // of a flag
    QStringList m_notFound; // codes
    QStringList m_failed;
    std::shared_ptr<RequestLog> m_log; // of the current run
    std::unique_ptr<BuiltinServers> m_servers; // of m_queue, which it outlives
    std::unique_ptr<DownloadQueue> m_queue; // null between two runs
};
