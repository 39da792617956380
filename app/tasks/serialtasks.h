#pragma once

#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

/// Runs tasks one after the other on a private thread, so that writes keep their order. A task may block for
/// ever: another process may have locked the settings, or their disk is a network share that is gone. So
/// nothing here waits longer than half a second. Tasks that are left at the end of this object run on, and
/// the global thread pool waits for them; see runAndWaitForThreads().
class SerialTasks final
{
public:
    SerialTasks()
        : m_pool(std::make_unique<QThreadPool>())
    {
        m_pool->setMaxThreadCount(1);
    }
    Q_DISABLE_COPY_MOVE(SerialTasks)
    ~SerialTasks()
    {
        if (waitForDone())
            return;
        QThreadPool *unfinished = m_pool.release();
        QThreadPool::globalInstance()->start([unfinished] { delete unfinished; }); // waits
    }

    /// A task refers to nothing that may be destroyed before it has run.
    void start(std::function<void()> task) { m_pool->start(std::move(task)); }
    /// Waits for all tasks, but for half a second at most. Returns whether they are done.
    bool waitForDone()
    {
        constexpr int patience = 500; // ms
        return m_pool->waitForDone(patience);
    }

private:
    std::unique_ptr<QThreadPool> m_pool;
};
