#pragma once

#include "app/downloads/batchprogress.h"
#include "app/downloads/downloadrequest.h"
#include "app/downloads/flagresult.h"
#include "app/transfer/transferpool.h"

#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <optional>

class FlagJob;

/// Leads one batch at a time from the request to the last file. Single-threaded: lives on the event loop of
/// its thread; transfers run on the loop, checking and saving on a pool of its own. Destroying it cancels the
/// batch without a signal; a save that has begun runs to its end.
class DownloadQueue final : public QObject
{
    Q_OBJECT

public:
    explicit DownloadQueue(QObject *parent = nullptr);
    ~DownloadQueue() override;
    Q_DISABLE_COPY_MOVE(DownloadQueue)

    /// Begins a batch: every country is Waiting from here on, and is asked for in the order of its code. Only
    /// while idle.
    void start(const DownloadRequest &request);

    /// Ends the batch at once: what is not being saved becomes Cancelled, what is being saved is waited for.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] BatchProgress progress() const;

Q_SIGNALS:
    /// Waiting and Downloading; the later states come with flagFinished.
    void flagStateChanged(const QString &code, FlagState state);
    /// Exactly once for each country of the batch.
    void flagFinished(const FlagResult &result);
    /// Exactly once for each batch, after the last flagFinished. The queue is idle again.
    void finished(const BatchProgress &progress);

private:
    using FolderProblem = std::optional<Failure>;

    void onFolderPrepared();
    void startJobs();
    void startJob(const Country &country);
    void onJobFinished(FlagJob *job, const FlagResult &result);
    void report(const FlagResult &result);
    void cancelRest(const std::optional<Failure> &reason);
    void finishIfDone();

    QThreadPool m_savers; // outlives the jobs: its destructor waits for the saves that have begun
    TransferPool m_transfers;
    QFutureWatcher<FolderProblem> m_preparing;
    DownloadRequest m_request; // its countries in the order of their codes
    QHash<QString, FlagJob *> m_jobs; // by code; children of the queue
    qsizetype m_next = 0; // the first country that has no job yet
    BatchProgress m_progress;
    SteadyTime m_startedAt;
    bool m_isRunning = false;
};
