#pragma once

#include "app/downloads/downloadqueue.h"
#include "app/session/preparation.h"
#include "app/session/resolvedbatches.h"
#include "app/tasks/latestjob.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

class BuiltinServers;

/// How an operation ended.
struct SessionReport
{
    BatchProgress progress; ///< of all batches
    /// Why the operation did not begin. Cancelled if the user cancelled it before.
    std::optional<Failure> failure = {};
    QString failurePath = {}; ///< of the folder or manifest that the failure is about
    bool hadNothingToDo = false; ///< there was no batch
    bool leavesPending = false; ///< the folder has pending work, which Resume continues
};

/// Runs one operation at a time, from the request to the report: opens and locks the folder, loads its set,
/// plans the batches, resolves the sources, runs the batches in order, and writes the manifest. Owned by
/// main(); lives on the thread of its owner and accesses the disk only on thread pools. The destructor
/// cancels the operation without a signal; the journal stays in the folder.
class DownloadSession final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Preparing, ///< the folder is being opened
        AwaitingConfirmation, ///< see SessionSettings::confirmsReplacing
        Running, ///< also while paused, see progress()
        Stopping, ///< cancelled or interrupted; waits for the saves that have begun
        Closing, ///< the manifest is being written
    };
    Q_ENUM(State)

    /// Catalogue and servers must outlive the session. `save` runs on the thread pool for each flag.
    DownloadSession(const Catalogue &catalogue, BuiltinServers &servers, SaveTask save = &saveFlag,
        QObject *parent = nullptr);
    ~DownloadSession() override;
    Q_DISABLE_COPY_MOVE(DownloadSession)

    /// Call only while idle. finished() follows, but not before start() has returned.
    void start(const Operation &operation, const SessionSettings &settings);
    /// Repeats the latest operation on a set for some of its countries. Call only if canRetry().
    void retry(const QStringList &codes, const SessionSettings &settings);
    /// Whether the latest operation was on the set in this folder and included one of these countries.
    [[nodiscard]] bool canRetry(const QString &folder, const QStringList &codes) const
    {
        return m_latest.folder == folder && m_latest.plan.hasAny(codes);
    }
    /// Makes canRetry() return false. Call it when the folder changes.
    void forgetLatest() { m_latest = {}; }

    // These functions have no effect while no operation runs.
    /// Lets a Rebuild replace the flags. Only while AwaitingConfirmation.
    void confirm();
    /// Ends the operation: countries that are not being saved become Cancelled. With a `reason`, for an end
    /// that the user did not request, the missing flags stay pending in the folder; otherwise none does.
    void cancel(const std::optional<Failure> &reason = {})
    {
        stop(reason ? PendingPolicy::KeepAll : PendingPolicy::Discard, reason);
    }
    /// Ends the operation in the same way. Missing flags stay pending in the folder.
    void interrupt() { stop(PendingPolicy::KeepAll, {}); }
    /// Lets running downloads finish and starts no further ones.
    void pause() { setPaused(true); }
    /// Continues after pause(), or after the queue paused by itself.
    void unpause() { setPaused(false); }
    /// Sets the number of requests in flight to the first source.
    void setLimit(int limit);

    // For one country, if its state allows it; see DownloadQueue.
    void holdCountry(const QString &code) { m_queue.holdCountry(code); }
    void releaseCountry(const QString &code) { m_queue.releaseCountry(code); }
    void cancelCountry(const QString &code) { m_queue.cancelCountry(code); }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state != State::Idle; }
    /// Of all batches of the operation, or of the latest one that ended.
    [[nodiscard]] BatchProgress progress() const;
    /// The folder of the operation, or of the latest one.
    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// The sources of the running batch, in order.
    [[nodiscard]] const QList<Source> &sources() const { return m_sources; }

Q_SIGNALS:
    void stateChanged(DownloadSession::State state);
    /// A Rebuild would replace `flags` flags. Call confirm() or cancel().
    void confirmationRequired(int flags);
    /// Emitted once for each prepared operation, before its first batch, and also if it has no batch.
    void planned(const OperationOutline &outline);
    void batchStarted(const QStringList &codes);
    // See DownloadQueue.
    void flagStateChanged(const QString &code, FlagState state);
    void retryScheduled(const QString &code, std::chrono::milliseconds duration);
    void flagFinished(const FlagResult &result);
    void pauseChanged();
    /// The last signal, exactly once for each operation. The session is idle again.
    void finished(const SessionReport &report);

private:
    using Prepared = tl::expected<PreparedOperation, UnpreparedOperation>;

    /// An operation on a set that was planned.
    struct PlannedFolder
    {
        QString folder;
        OperationPlan plan;
    };

    void prepare(std::function<Prepared(const std::stop_token &)> task, const SessionSettings &settings);
    void reset(const SessionSettings &settings);
    void startClock()
    {
        m_startedAt = SteadyTime::clock::now();
        if (m_settings.log)
            m_settings.log->begin(m_startedAt);
    }
    void onPrepared(Prepared prepared);
    void endUnprepared(const UnpreparedOperation &unprepared);
    void begin();
    void startNextBatch();
    void onBatchFinished(const BatchProgress &progress);
    void keepFailed();
    void cancelFollowing();
    void stop(PendingPolicy policy, const std::optional<Failure> &reason);
    void close();
    void onClosed(const std::optional<Failure> &failure);
    void setPaused(bool paused);
    void setState(State state);
    [[nodiscard]] std::chrono::milliseconds elapsed() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyTime::clock::now() - m_startedAt);
    }

    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    State m_state = State::Idle;
    QString m_folder;
    SessionSettings m_settings;
    bool m_isDownload = false;
    bool m_isRetry = false;
    OperationPlan m_plan; // of the run
    PlannedFolder m_latest; // for retry(); empty after a Download
    SteadyTime m_startedAt;
    std::shared_ptr<OpenSet> m_set;
    QList<DownloadRequest> m_following; // batches to come
    QList<BatchSpec> m_specs; // of all batches, in order
    QList<BatchSpec> m_remaining; // see BatchSpec
    QList<Source> m_sources;
    BatchProgress m_ended; // of the batches before
    std::optional<PendingPolicy> m_policy; // once the operation was stopped
    std::optional<Failure> m_stopReason;
    bool m_isPauseWanted = false; // by the user; also for later batches
    std::optional<int> m_wantedLimit; // for the next batch
    SessionReport m_report;
    QThreadPool m_disk; // opens and closes sets; its destructor waits
    LatestJob<Prepared> m_preparing;
    QTimer m_preparationTimeout; // limits the wait for the preparation of a stopped operation
    LatestJob<std::optional<Failure>> m_closing;
    DownloadQueue m_queue;
};

Q_DECLARE_METATYPE(SessionReport)
