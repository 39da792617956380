#include "app/drawing/renderpool.h"

#include "app/images/rendermessage.h"

#include <QDeadlineTimer>
#include <QMutexLocker>

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <tuple>
#include <utility>

namespace {

const Failure cancelledDrawing{FailureKind::Cancelled, 0, {}};

// How long to wait for an idle process before another one is started. Starting a process takes as much
// processor time as drawing about twenty flags. Also the interval in which a waiting thread checks for
// cancellation.
constexpr std::chrono::milliseconds idleWait(200);

} // namespace

RenderPool::RenderPool(Settings settings)
    : m_settings(std::move(settings))
{
}

RenderPool::~RenderPool()
{
    close();
}

RenderPool &RenderPool::shared()
{
    static RenderPool pool{Settings()};
    return pool;
}

void RenderPool::warmUp(int processes)
{
    const QMutexLocker lock(&m_mutex);
    while (m_running < std::min(processes, m_settings.processes) && !m_closing.isCancelled()) {
        auto process = RenderProcess::start(m_settings.program);
        if (!process)
            return; // the first request reports the failure
        m_idle.push_back(*std::move(process));
        ++m_running;
    }
}

RenderPool::Wait RenderPool::waitFor(const RenderProcess &process, const CancelToken &cancel) const
{
    const QDeadlineTimer deadline(m_settings.timePerRequest);
    for (;;) {
        std::array<pollfd, 3> watched{{{process.socket(), POLLIN, 0}, {cancel.descriptor(), POLLIN, 0},
            {m_closing.descriptor(), POLLIN, 0}}};
        std::ignore = ::poll(watched.data(), watched.size(), int(deadline.remainingTime()));
        if (cancel.isCancelled() || m_closing.isCancelled())
            return Wait::Cancelled;
        if (watched[0].revents != 0)
            return Wait::Ready;
        if (deadline.hasExpired())
            return Wait::TimedOut;
    }
}

Result<std::unique_ptr<RenderProcess>> RenderPool::take(const CancelToken &cancel)
{
    QMutexLocker lock(&m_mutex);
    bool mayWait = true;
    for (;;) {
        if (cancel.isCancelled() || m_closing.isCancelled()) {
            m_changed.wakeOne(); // pass the wake-up on to another waiting thread
            return unexpected(cancelledDrawing);
        }
        if (!m_idle.empty()) {
            auto process = std::move(m_idle.back());
            m_idle.pop_back();
            if (!process->hasHungUp())
                return process;
            --m_running; // it ended while it was idle
            continue;
        }
        if (m_running == 0 || (!mayWait && m_running < m_settings.processes))
            break;
        mayWait &= m_changed.wait(&m_mutex, QDeadlineTimer(idleWait));
    }
    ++m_running;
    lock.unlock();
    auto started = RenderProcess::start(m_settings.program);
    if (!started)
        giveBack(nullptr);
    return started;
}

void RenderPool::giveBack(std::unique_ptr<RenderProcess> process)
{
    const QMutexLocker lock(&m_mutex);
    if (!process)
        --m_running;
    else if (!m_closing.isCancelled())
        m_idle.push_back(std::move(process));
    m_changed.wakeOne();
}

Result<std::unique_ptr<RenderLease>> RenderPool::lease(const CancelToken &cancel)
{
    auto process = take(cancel);
    if (!process)
        return unexpected(process.error());
    return std::unique_ptr<RenderLease>(
        new RenderLease(*this, *std::move(process), cancel)); // NOLINT: private constructor
}

RenderAnswer RenderPool::ask(const RenderRequest &request, const CancelToken &cancel)
{
    constexpr int attempts = 2;
    for (int attempt = 1;; ++attempt) {
        const auto leased = lease(cancel);
        if (!leased)
            return leased.error();
        RenderLease &process = **leased;
        RenderAnswer answer = process.ask(request);
        if (!process.wasKilledFromOutside() || attempt == attempts)
            return answer;
    }
}

void RenderPool::close()
{
    m_closing.cancel();
    std::vector<std::unique_ptr<RenderProcess>> idle;
    const QMutexLocker lock(&m_mutex);
    m_idle.swap(idle);
    m_changed.wakeAll();
}

RenderLease::RenderLease(RenderPool &pool, std::unique_ptr<RenderProcess> process, CancelToken cancel)
    : m_pool(pool)
    , m_process(std::move(process))
    , m_cancel(std::move(cancel))
{
}

RenderLease::~RenderLease()
{
    m_pool.giveBack(std::move(m_process));
}

RenderAnswer RenderLease::ask(const RenderRequest &request)
{
    if (!m_process)
        return Failure{FailureKind::DrawingFailed, 0, {}};
    m_process->dropMessages();
    if (!sendMessage(m_process->socket(), messageOf(request)))
        return discardUnresponsive(errno);
    switch (m_pool.waitFor(*m_process, m_cancel)) {
    case RenderPool::Wait::Cancelled:
        return discardProcess(cancelledDrawing);
    case RenderPool::Wait::TimedOut:
        return discardProcess(Failure{FailureKind::DrawingTooSlow, 0, {}});
    case RenderPool::Wait::Ready:
        break;
    }
    const auto message = receiveMessage(m_process->socket());
    if (!message)
        return discardUnresponsive(errno);
    auto answer = answerIn(*message);
    if (!answer)
        return discardProcess(invalidAnswer());
    return *std::move(answer);
}

Failure RenderLease::discardProcess(const Failure &reason)
{
    m_process.reset();
    return reason;
}

Failure RenderLease::discardUnresponsive(int error)
{
    const RenderProcess::Ending ending = m_process->end(error);
    m_process.reset();
    m_wasKilledFromOutside = ending.isFromOutside;
    return ending.failure;
}
