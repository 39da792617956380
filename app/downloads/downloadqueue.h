#pragma once

#include "app/downloads/batchrecord.h"
#include "app/downloads/downloadrequest.h"
#include "app/downloads/fallbackhistory.h"
#include "app/downloads/flagresult.h"
#include "app/downloads/sourcescheduler.h"
#include "app/saving/saveflag.h"

#include <QObject>
#include <QThreadPool>

#include <chrono>
#include <optional>

/// Runs one batch at a time, from the request to the last file. If a source does not have a country or cannot
/// deliver it, the queue requests the country from the next source. An unreachable source is given up: its
/// countries move to the next source at once, and fail if there is none. Not thread-safe: transfers run on
/// the event loop of the object's thread, checks and saves on the queue's own thread pool. The destructor
/// cancels the batch and emits no signal; saves that have begun run to their end.
class DownloadQueue final : public QObject
{
    Q_OBJECT

public:
    explicit DownloadQueue(QObject *parent = nullptr);
    /// Runs `save` instead of saveFlag() on the pool.
    explicit DownloadQueue(SaveTask save, QObject *parent = nullptr);
    ~DownloadQueue() override;
    Q_DISABLE_COPY_MOVE(DownloadQueue)

    /// Starts a batch. Every country becomes Waiting. Requests start in the order of the country codes. Call
    /// only while no batch is running.
    void start(const DownloadRequest &request);

    /// Cancels the batch. Countries that are not being saved become Cancelled at once. The batch finishes
    /// when the saves that have begun finish. `reason` is empty if the user cancelled the batch.
    void cancel(const std::optional<Failure> &reason = {});

    /// Starts no further jobs. Running jobs continue to their end. A full disk also pauses the batch.
    void pause() { setPaused(true, {}); }
    void unpause();

    /// Sets the limit of the first source. Takes effect at once. See TransferSettings::limit.
    void setLimit(int limit);

    /// For one country of the running batch. A country on hold does not start until it is released. These
    /// functions do nothing if it is too late to cancel the country or to put it on hold.
    void cancelCountry(const QString &code);
    void holdCountry(const QString &code);
    void releaseCountry(const QString &code);

    [[nodiscard]] bool isRunning() const { return m_state != State::Idle; }
    [[nodiscard]] BatchProgress progress() const;

Q_SIGNALS:
    /// Emitted for Waiting, OnHold and Downloading. flagFinished() reports the later states.
    void flagStateChanged(const QString &code, FlagState state);
    /// The server requested a delay of `duration` before the next try for this country.
    void retryScheduled(const QString &code, std::chrono::milliseconds duration);
    /// Emitted exactly once for each country of the batch.
    void flagFinished(const FlagResult &result);
    /// progress() returns whether the batch is paused, and the reason.
    void pauseChanged();
    /// Emitted exactly once for each batch, after the last flagFinished(). The queue is idle again.
    void finished(const BatchProgress &progress);

private:
    enum class State {
        Idle,
        Running, ///< may be paused, see BatchProgress
        Cancelling ///< starts nothing more; saves that have begun continue
    };

    void onBegun(const std::optional<Failure> &failure);
    void onEnded();
    void startJobs();
    [[nodiscard]] FlagResult resultWithoutJob(
        const Country &country, FlagState state, const Failure &failure) const;
    [[nodiscard]] FlagResult refusalOf(const SourceQueue &queue, const Country &country) const;
    void requestAgain(SourceQueue &queue, const Country &country);
    void requestFromNext(const SourceQueue &queue, const FlagResult &result);
    void giveUpSource(SourceQueue &queue, const Failure &reason);
    void onNamesFailed(SourceQueue *queue, const Failure &failure);
    void onJobEnded(SourceQueue *queue, const FlagResult &result, bool isHopeless);
    void setPaused(bool paused, const std::optional<Failure> &reason);
    void report(const FlagResult &result);
    void reportCancelled(const Country &country);
    void cancelRemaining(const std::optional<Failure> &reason);
    void finishIfDone();

    const SaveTask m_save;
    QThreadPool m_savers; // outlives the jobs: its destructor waits for the saves that have begun
    BatchRecord m_record;
    DownloadRequest m_request;
    SourceScheduler m_scheduler;
    FallbackHistory m_history;
    BatchProgress m_progress;
    std::optional<Failure> m_refusal; // why no request of the batch can be sent
    SteadyTime m_startedAt;
    State m_state = State::Idle;
};
