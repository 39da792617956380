#include "app/drawing/renderpool.h"

#include "app/images/rendermessage.h"

#include <QDeadlineTimer>
#include <QMutexLocker>

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

const Failure cancelledDrawing{FailureKind::Cancelled, 0, {}};

} // namespace

RenderPool::RenderPool(Settings settings)
    : m_settings(std::move(settings))
    , m_free(::eventfd(unsigned(m_settings.processes), EFD_SEMAPHORE | EFD_NONBLOCK | EFD_CLOEXEC))
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

void RenderPool::warmUp()
{
    const QMutexLocker lock(&m_mutex);
    while (int(m_idle.size()) + m_taken < m_settings.processes && !m_closing.isCancelled()) {
        auto started = RenderProcess::start(m_settings.program);
        if (!std::holds_alternative<std::unique_ptr<RenderProcess>>(started))
            return; // the first picture reports it
        m_idle.push_back(std::get<std::unique_ptr<RenderProcess>>(std::move(started)));
    }
}

RenderPool::Wait RenderPool::waitFor(
    int descriptor, const CancelToken &cancel, std::optional<std::chrono::milliseconds> most) const
{
    const QDeadlineTimer deadline = most ? QDeadlineTimer(*most) : QDeadlineTimer(QDeadlineTimer::Forever);
    for (;;) {
        std::array<pollfd, 3> watched{
            {{descriptor, POLLIN, 0}, {cancel.descriptor(), POLLIN, 0}, {m_closing.descriptor(), POLLIN, 0}}};
        std::ignore = ::poll(watched.data(), watched.size(), int(deadline.remainingTime()));
        if (cancel.isCancelled() || m_closing.isCancelled())
            return Wait::Cancelled;
        if (watched[0].revents != 0)
            return Wait::Ready;
        if (deadline.hasExpired())
            return Wait::TimedOut;
    }
}

RenderProcess::Started RenderPool::idleOrNew()
{
    {
        const QMutexLocker lock(&m_mutex);
        ++m_taken;
        if (!m_idle.empty()) {
            auto process = std::move(m_idle.back());
            m_idle.pop_back();
            return process;
        }
    }
    auto started = RenderProcess::start(m_settings.program);
    if (std::holds_alternative<Failure>(started))
        giveBack(nullptr);
    return started;
}

void RenderPool::giveBack(std::unique_ptr<RenderProcess> process)
{
    {
        const QMutexLocker lock(&m_mutex);
        --m_taken;
        if (process && !m_closing.isCancelled() && int(m_idle.size()) < m_settings.processes)
            m_idle.push_back(std::move(process));
    }
    std::ignore = ::eventfd_write(m_free.number(), 1);
}

std::variant<std::unique_ptr<RenderLease>, Failure> RenderPool::lease(const CancelToken &cancel)
{
    eventfd_t taken = 0;
    do {
        if (waitFor(m_free.number(), cancel, std::nullopt) == Wait::Cancelled)
            return cancelledDrawing;
    } while (::eventfd_read(m_free.number(), &taken) != 0); // another thread was quicker
    auto process = idleOrNew();
    if (const auto *failure = std::get_if<Failure>(&process))
        return *failure;
    return std::unique_ptr<RenderLease>(new RenderLease( // NOLINT: private constructor
        *this, std::get<std::unique_ptr<RenderProcess>>(std::move(process)), cancel));
}

RenderAnswer RenderPool::ask(const RenderRequest &request, const CancelToken &cancel)
{
    constexpr int attempts = 2;
    for (int attempt = 1;; ++attempt) {
        const auto leased = lease(cancel);
        if (const auto *failure = std::get_if<Failure>(&leased))
            return *failure;
        RenderLease &process = *std::get<std::unique_ptr<RenderLease>>(leased);
        const RenderAnswer answer = process.ask(request);
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
        return lose(std::nullopt);
    switch (m_pool.waitFor(m_process->socket(), m_cancel, m_pool.m_settings.timePerRequest)) {
    case RenderPool::Wait::Cancelled:
        return lose(cancelledDrawing);
    case RenderPool::Wait::TimedOut:
        return lose(Failure{FailureKind::DrawingTooSlow, 0, {}});
    case RenderPool::Wait::Ready:
        break;
    }
    const auto message = receiveMessage(m_process->socket());
    if (!message)
        return lose(std::nullopt);
    auto answer = answerIn(*message);
    if (!answer)
        return lose(Failure{FailureKind::DrawingFailed, 0, u"malformed answer"_s});
    return *std::move(answer);
}

Failure RenderLease::lose(std::optional<Failure> reason)
{
    const RenderProcess::Ending ending = m_process->end();
    m_process.reset();
    m_wasKilledFromOutside = !reason && ending.isFromOutside;
    return reason.value_or(ending.failure);
}
