#pragma once

#include "app/failures/result.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QUnhandledException>
#include <QtConcurrentRun>

#include <exception>
#include <functional>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

/// What an exception says about itself; empty if it says nothing.
[[nodiscard]] inline QString textOf(const std::exception_ptr &thrown)
{
    try {
        std::rethrow_exception(thrown);
    } catch (const QUnhandledException &wrapped) { // QtConcurrent passes other exceptions on in one of these
        return wrapped.exception() ? textOf(wrapped.exception()) : QString();
    } catch (const std::exception &exception) {
        return QString::fromLocal8Bit(exception.what());
    } catch (...) {
        return {};
    }
}

/// The result of a finished task. An exception of the task, which would terminate the program if it left a
/// slot, becomes a failure of kind Internal, or T{} if T cannot hold a Failure. An error of another type than
/// Failure has the failure as its first member.
template <typename T>
[[nodiscard]] T resultOf(const QFuture<T> &finished)
{
    QString problem;
    try {
        return finished.result();
    } catch (...) {
        problem = textOf(std::current_exception());
    }
    const Failure failure{FailureKind::Internal, 0, problem};
    if constexpr (requires { typename T::error_type; })
        return tl::unexpected(typename T::error_type{failure});
    else if constexpr (std::is_convertible_v<Failure, T>)
        return failure;
    else
        return T{};
}

/// Reports that `done` of `total` steps of a task are done. Called on the task's thread.
using ReportProgress = std::function<void(int done, int total)>;

/// While a task runs on the global thread pool, the pool starts one thread more. Such a task may wait for a
/// disk, a dead network share or a bus that does not answer, and Qt draws large pictures with threads of this
/// pool, for which the GUI thread waits. Other pools are not changed. Lives on the thread of the task.
class GlobalPoolWait final
{
public:
    explicit GlobalPoolWait(QThreadPool &pool)
        : m_pool(&pool == QThreadPool::globalInstance() ? &pool : nullptr)
    {
        if (m_pool != nullptr)
            m_pool->releaseThread();
    }
    Q_DISABLE_COPY_MOVE(GlobalPoolWait)
    ~GlobalPoolWait()
    {
        if (m_pool != nullptr)
            m_pool->reserveThread();
    }

private:
    QThreadPool *m_pool;
};

/// Runs tasks on a thread pool and passes the result of the latest one to `receive`, on the thread of this
/// object. start() and the destructor replace the running task: they request its stop and drop its result,
/// and do not wait for it. If it has not begun, it does not run at all. Tasks on the global pool may block:
/// they do not take a thread from others. See resultOf() for exceptions.
template <typename T>
class LatestJob final
{
public:
    /// `receive` may start the next task, and may destroy this object. `advance` receives the progress, on
    /// the same thread, at most 25 times a second.
    explicit LatestJob(std::function<void(T)> receive, const std::function<void(int, int)> &advance = {})
    {
        QObject::connect(
            &m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this, receive = std::move(receive)] {
                // The watcher reports the end of an empty future, too.
                if (!m_isRunning || !m_watcher.future().isFinished())
                    return;
                m_isRunning = false;
                T result = resultOf(m_watcher.future());
                // So that no copy of the result stays. Not takeResult(), which resets the future: the task's
                // QPromise would end it a second time.
                m_watcher.setFuture({});
                receive(std::move(result));
            });
        if (advance)
            QObject::connect(
                &m_watcher, &QFutureWatcherBase::progressValueChanged, &m_watcher, [this, advance](int done) {
                    if (done > 0) // 0 is reported before the task has said how much there is to do
                        advance(done, m_watcher.progressMaximum());
                });
    }
    Q_DISABLE_COPY_MOVE(LatestJob)
    ~LatestJob() { drop(); }

    /// Calls `task` on a thread of the pool as task(std::stop_token, ReportProgress), task(std::stop_token)
    /// or task(), whichever it accepts. It must refer to nothing that may be destroyed before the pool.
    template <typename Task>
    void start(QThreadPool &pool, Task task)
    {
        drop();
        m_stop = {};
        m_isRunning = true;
        m_watcher.setFuture(QtConcurrent::run(
            &pool, [&pool, task = std::move(task), stop = m_stop.get_token()](QPromise<T> &promise) mutable {
                const GlobalPoolWait mayBlock(pool);
                const ReportProgress report = [&promise, announced = 0](int done, int total) mutable {
                    if (std::exchange(announced, total) != total)
                        promise.setProgressRange(0, total);
                    promise.setProgressValue(done);
                };
                promise.addResult(call(task, stop, report));
            }));
    }

    /// Requests the stop of the running task. Its result is still received.
    void requestStop() { m_stop.request_stop(); }
    /// Requests the stop of the running task and drops its result.
    void cancel()
    {
        drop();
        m_isRunning = false;
    }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

private:
    template <typename Task>
    static T call(Task &task, const std::stop_token &stop, const ReportProgress &report)
    {
        if constexpr (std::is_invocable_v<Task &, std::stop_token, ReportProgress>)
            return task(stop, report);
        else if constexpr (std::is_invocable_v<Task &, std::stop_token>)
            return task(stop);
        else
            return task();
    }

    void drop()
    {
        m_stop.request_stop();
        m_watcher.cancel();
    }

    QFutureWatcher<T> m_watcher;
    std::stop_source m_stop; // of the latest task
    bool m_isRunning = false;
};
