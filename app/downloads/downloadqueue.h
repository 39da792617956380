#pragma once

#include "app/downloads/batchprogress.h"
#include "app/downloads/downloadrequest.h"
#include "app/downloads/flagresult.h"

#include <QObject>

/// Leads one batch at a time from the request to the last file. Single-threaded: lives on the event loop of its thread;
/// transfers run on the loop, checking and saving on a pool of its own. Destroying it cancels the batch; a save that has
/// begun runs to its end.
class DownloadQueue final : public QObject
{
    Q_OBJECT

public:
    explicit DownloadQueue(QObject *parent = nullptr);
    ~DownloadQueue() override;
    Q_DISABLE_COPY_MOVE(DownloadQueue)

    /// Begins a batch: every country is Waiting from here on, and is asked for in the order of its code. Only while idle.
    void start(const DownloadRequest &request);

    /// Ends the batch at once: what is not being saved becomes Cancelled, what is being saved is waited for.
    void cancel();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] BatchProgress progress() const;

Q_SIGNALS:
    /// Waiting and Downloading; the later states come with flagFinished.
    void flagStateChanged(const QString &code, FlagState state);
    /// Exactly once for each country of the batch.
    void flagFinished(const FlagResult &result);
    /// Exactly once for each batch, after the last flagFinished. The queue is idle again.
    void finished(const BatchProgress &progress);
};
