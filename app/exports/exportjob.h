#pragma once

#include "app/exports/exportrequest.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

/// One export at a time, made on a thread of its own. Destroying it cancels what is under way and waits for
/// that, which takes no time.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QObject *parent = nullptr);
    ~ExportJob() override;
    Q_DISABLE_COPY_MOVE(ExportJob)

    /// Only while nothing is under way.
    void start(const ExportRequest &request);

    /// finished() follows. A result that is being written is still written.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void advanced(int done, int total);

    /// Once for each start().
    void finished(const ExportOutcome &outcome);

private:
    void end();

    QThreadPool m_pool;
    QFutureWatcher<ExportOutcome> m_watcher;
    CancelToken m_cancel; // of the one under way
    bool m_isRunning = false;
};
