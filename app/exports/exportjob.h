#pragma once

#include "app/exports/exportrequest.h"
#include "app/tasks/latestjob.h"

#include <QObject>
#include <QThreadPool>

/// Runs one export at a time on a separate thread. Lives on the GUI thread. The destructor cancels the
/// current export and waits for its end, which takes no noticeable time.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QObject *parent = nullptr);
    ~ExportJob() override = default;
    Q_DISABLE_COPY_MOVE(ExportJob)

    /// Must not be called while an export is running.
    void start(const ExportRequest &request);

    /// finished() follows. A result that is already being written is completed.
    void cancel() { m_exporting.requestStop(); }

    [[nodiscard]] bool isRunning() const { return m_exporting.isRunning(); }

Q_SIGNALS:
    void advanced(int done, int total);

    /// Emitted once for each start().
    void finished(const ExportOutcome &outcome);

private:
    QThreadPool m_pool; // its destructor waits
    LatestJob<ExportOutcome> m_exporting;
};
