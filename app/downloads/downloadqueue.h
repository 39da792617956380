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

/// Runs one batch at a time, from the request to the last file. A country that one source does not have, or
/// cannot deliver, is requested from the next one. A source that cannot be reached at all is gone: everything
/// that waits there moves to the next source at once. Single-threaded: lives on the event loop of its thread;
/// transfers run on the loop, checking and saving on the queue's pool. Destroying it cancels the batch
/// without a signal; a save that has begun runs to its end.
class DownloadQueue final : public QObject
{
    Q_OBJECT

public:
    explicit DownloadQueue(QObject *parent = nullptr);
    /// With something else than saveFlag() on the pool.
    explicit DownloadQueue(SaveTask save, QObject *parent = nullptr);
    ~DownloadQueue() override;
    Q_DISABLE_COPY_MOVE(DownloadQueue)

    /// Begins a batch: every country is Waiting from here on, and is asked for in the order of its code. Only
    /// while idle.
    void start(const DownloadRequest &request);

    /// Ends the batch at once: what is not being saved becomes Cancelled, what is being saved is waited for.
    /// `reason` is why, if it was not a person's wish.
    void cancel(const std::optional<Failure> &reason = {});

    /// Starts no further country; what is in flight goes on to its end. A full disk does the same by itself.
    void pause();
    void resume();

    /// Of the source that is asked first; takes effect at once. See TransferSettings::limit.
    void setLimit(int limit);

    /// For one country of the running batch. OnHold ones are passed over until they are released; what cannot
    /// be held or cancelled any more is left alone.
    void cancelCountry(const QString &code);
    void holdCountry(const QString &code);
    void releaseCountry(const QString &code);

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] BatchProgress progress() const;

Q_SIGNALS:
    /// Waiting, OnHold and Downloading; the later states come with flagFinished.
    void flagStateChanged(const QString &code, FlagState state);
    /// The server asked that this country be tried again only after so long.
    void retryScheduled(const QString &code, std::chrono::milliseconds duration);
    /// Exactly once for each country of the batch.
    void flagFinished(const FlagResult &result);
    /// progress() says whether the batch is paused now, and why.
    void pauseChanged();
    /// Exactly once for each batch, after the last flagFinished. The queue is idle again.
    void finished(const BatchProgress &progress);

private:
    void onBegun(const std::optional<Failure> &failure);
    void onEnded();
    void startJobs();
    [[nodiscard]] FlagResult resultWithoutJob(
        const Country &country, FlagState state, const Failure &failure) const;
    [[nodiscard]] FlagResult refusalOf(const SourceQueue &queue, const Country &country) const;
    void askAgain(SourceQueue &queue, const Country &country);
    void askNext(const SourceQueue &queue, const FlagResult &result);
    void loseSource(SourceQueue &queue, const Failure &reason);
    void onNamesFailed(SourceQueue *queue, const Failure &failure);
    void onJobEnded(SourceQueue *queue, const FlagResult &result, bool isHopeless);
    void setPaused(bool paused, const std::optional<Failure> &reason);
    void report(const FlagResult &result);
    void reportCancelled(const Country &country);
    void cancelRest(const std::optional<Failure> &reason);
    void finishIfDone();

    const SaveTask m_save;
    QThreadPool m_savers; // outlives the jobs: its destructor waits for the saves that have begun
    BatchRecord m_record;
    DownloadRequest m_request;
    SourceScheduler m_queues;
    FallbackHistory m_history;
    BatchProgress m_progress;
    SteadyTime m_startedAt;
    bool m_isRunning = false;
    bool m_isCancelled = false;
};
