#pragma once

#include "app/exports/exportorder.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

/// One export at a time, made on a thread of its own. Destroying it cancels what is under way and waits for
/// that, which takes no longer than one flag.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QObject *parent = nullptr);
    ~ExportJob() override;
    Q_DISABLE_COPY_MOVE(ExportJob)

    /// Only while nothing is under way.
    void start(const ExportOrder &order);

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
    std::shared_ptr<std::atomic_bool> m_stop; // shared with the thread; nothing before the first start
    bool m_isRunning = false;
};
