#pragma once

#include "app/drawing/canceltoken.h"
#include "app/drawing/renderprocess.h"
#include "app/images/renderrequest.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <chrono>
#include <memory>
#include <variant>
#include <vector>

class RenderLease;

/// The processes that draw pictures: at most so many, each for one thread at a time, kept from one picture to
/// the next. Every function may be called on any thread. One that crashes, or takes too long, costs the
/// picture that it was at; another takes its place.
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

    /// That of the program, which ends with it.
    [[nodiscard]] static RenderPool &shared();

    /// Has so many processes, or all that there may be, without waiting for them: while a network answers,
    /// they load their libraries.
    void warmUp(int processes);

    /// Waits for a process and its answer. Fails with Cancelled, DrawingTooSlow, DrawingTooLarge,
    /// DrawingFailed, RendererMissing, or as the picture does. A process that was killed from outside is
    /// replaced once.
    [[nodiscard]] RenderAnswer ask(const RenderRequest &request, const CancelToken &cancel);

    /// A process for several requests that build on each other. Fails with Cancelled or RendererMissing.
    [[nodiscard]] std::variant<std::unique_ptr<RenderLease>, Failure> lease(const CancelToken &cancel);

    /// Ends all that is under way or waits, and whatever comes later, as cancelled.
    void close();

private:
    friend class RenderLease;

    enum class Wait {
        Ready,
        Cancelled,
        TimedOut
    };
    /// Until the process answers, but not longer than a request may take.
    [[nodiscard]] Wait waitFor(const RenderProcess &process, const CancelToken &cancel) const;
    /// An idle one, or another one. Counts it as running.
    [[nodiscard]] RenderProcess::Started take(const CancelToken &cancel);
    /// Null: it was lost.
    void giveBack(std::unique_ptr<RenderProcess> process);

    const Settings m_settings;
    const CancelToken m_closing = CancelToken::make();
    QWaitCondition m_changed; // one more is idle, or may be started
    QMutex m_mutex; // of what follows
    std::vector<std::unique_ptr<RenderProcess>> m_idle;
    int m_running = 0; // idle or not
};

/// A process of the pool while one thread has it.
class RenderLease final
{
public:
    ~RenderLease();
    Q_DISABLE_COPY_MOVE(RenderLease)

    /// As RenderPool::ask(), but nothing is replaced: once isLost(), every request fails.
    [[nodiscard]] RenderAnswer ask(const RenderRequest &request);

    [[nodiscard]] bool isLost() const { return !m_process; }
    [[nodiscard]] bool wasKilledFromOutside() const { return m_wasKilledFromOutside; }

private:
    friend class RenderPool;

    RenderLease(RenderPool &pool, std::unique_ptr<RenderProcess> process, CancelToken cancel);
    [[nodiscard]] Failure lose(const Failure &reason);
    /// `error`: why nothing could be sent or received.
    [[nodiscard]] Failure loseSilentOne(int error);

    RenderPool &m_pool;
    std::unique_ptr<RenderProcess> m_process;
    const CancelToken m_cancel;
    bool m_wasKilledFromOutside = false;
};
