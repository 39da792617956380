#pragma once

#include "app/exports/exportrequest.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

/// Runs one export at a time on a separate thread. Lives on the GUI thread. The destructor cancels the
/// current export and waits for its end, which takes no noticeable time.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QObject *parent = nullptr);
    ~ExportJob() override;
    Q_DISABLE_COPY_MOVE(ExportJob)

    /// Must not be called while an export is running.
    void start(const ExportRequest &request);

    /// finished() follows. A result that is already being written is completed.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void advanced(int done, int total);

    /// Emitted once for each start().
    void finished(const ExportOutcome &outcome);

private:
    void end();

    QThreadPool m_pool;
    QFutureWatcher<ExportOutcome> m_watcher;
    CancelToken m_cancel; // of the current export
    bool m_isRunning = false;
};
