#pragma once

#include "app/drawing/canceltoken.h"
#include "app/drawing/renderprocess.h"
#include "app/failures/result.h"
#include "app/images/renderrequest.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <chrono>
#include <memory>
#include <vector>

class RenderLease;

/// A pool of flagfetch-render processes, which draw pictures. Each serves one thread at a time and is reused.
/// A process that crashes or takes too long fails only the current picture and is replaced. Thread-safe.
class RenderPool final
{
public:
    struct Settings
    {
        QString program = rendererPath();
        int processes = QThread::idealThreadCount();
        std::chrono::milliseconds timePerRequest = std::chrono::seconds(10);
    };

    explicit RenderPool(Settings settings);
    ~RenderPool();
    Q_DISABLE_COPY_MOVE(RenderPool)

    /// The pool of the program. Closed when the program ends.
    [[nodiscard]] static RenderPool &shared();

    /// Starts processes until this many are running, within the limit. Does not wait for them: they load
    /// their libraries while the network requests are running.
    void warmUp(int processes);

    /// Waits for a process, sends the request, and waits for the answer. Fails with Cancelled,
    /// DrawingTooSlow, DrawingTooLarge, DrawingFailed, RendererMissing, or with the failure of the picture.
    /// If another process kills the renderer, the request is repeated once.
    [[nodiscard]] RenderAnswer ask(const RenderRequest &request, const CancelToken &cancel);

    /// Reserves a process for several related requests. Fails with Cancelled or RendererMissing.
    [[nodiscard]] Result<std::unique_ptr<RenderLease>> lease(const CancelToken &cancel);

    /// Cancels current, waiting and future requests.
    void close();

private:
    friend class RenderLease;

    enum class Wait {
        Ready,
        Cancelled,
        TimedOut
    };
    /// Waits until the process answers, at most the time per request.
    [[nodiscard]] Wait waitFor(const RenderProcess &process, const CancelToken &cancel) const;
    /// Takes an idle process or starts one. Counts it as running.
    [[nodiscard]] Result<std::unique_ptr<RenderProcess>> take(const CancelToken &cancel);
    /// Returns a process to the pool; null if it has ended.
    void giveBack(std::unique_ptr<RenderProcess> process);

    const Settings m_settings;
    const CancelToken m_closing = CancelToken::make();
    QWaitCondition m_changed; // a process became idle, or another one may be started
    QMutex m_mutex; // protects the members below
    std::vector<std::unique_ptr<RenderProcess>> m_idle;
    int m_running = 0; // including idle processes
};

/// A process of the pool, reserved by one thread. Returns it to the pool on destruction.
class RenderLease final
{
public:
    ~RenderLease();
    Q_DISABLE_COPY_MOVE(RenderLease)

    /// Like RenderPool::ask(), but does not replace a process: once isLost(), every request fails.
    [[nodiscard]] RenderAnswer ask(const RenderRequest &request);

    [[nodiscard]] bool isLost() const { return !m_process; }
    [[nodiscard]] bool wasKilledFromOutside() const { return m_wasKilledFromOutside; }

private:
    friend class RenderPool;

    RenderLease(RenderPool &pool, std::unique_ptr<RenderProcess> process, CancelToken cancel);
    [[nodiscard]] Failure discardProcess(const Failure &reason);
    /// `error`: the errno of sending or receiving.
    [[nodiscard]] Failure discardUnresponsive(int error);

    RenderPool &m_pool;
    std::unique_ptr<RenderProcess> m_process;
    const CancelToken m_cancel;
    bool m_wasKilledFromOutside = false;
};
