#include "app/drawing/renderpool.h"

#include "app/images/rendermessage.h"

#include <QDeadlineTimer>
#include <QMutexLocker>

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

const Failure cancelledDrawing{FailureKind::Cancelled, 0, {}};

// Starting a process takes the processor as long as drawing some twenty flags, so one that is busy, or that
// is starting itself, is waited for first.
constexpr std::chrono::milliseconds patience(200);

Descriptor semaphore(int count)
{
    return Descriptor(::eventfd(unsigned(count), EFD_SEMAPHORE | EFD_NONBLOCK | EFD_CLOEXEC));
}

bool acquire(const Descriptor &semaphore)
{
    eventfd_t one = 0;
    return ::eventfd_read(semaphore.number(), &one) == 0;
}

void release(const Descriptor &semaphore)
{
    std::ignore = ::eventfd_write(semaphore.number(), 1);
}

} // namespace

RenderPool::RenderPool(Settings settings)
    : m_settings(std::move(settings))
    , m_idleCount(semaphore(0))
    , m_startCount(semaphore(m_settings.processes))
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
    for (;;) {
        {
            const QMutexLocker lock(&m_mutex);
            if (m_running >= processes)
                return;
        }
        if (m_closing.isCancelled() || !acquire(m_startCount))
            return;
        auto started = startAnother();
        if (std::holds_alternative<Failure>(started))
            return; // the first picture reports it
        giveBack(std::get<std::unique_ptr<RenderProcess>>(std::move(started)));
    }
}

RenderPool::Wait RenderPool::waitFor(
    Descriptors descriptors, const CancelToken &cancel, std::optional<std::chrono::milliseconds> most) const
{
    const QDeadlineTimer deadline = most ? QDeadlineTimer(*most) : QDeadlineTimer(QDeadlineTimer::Forever);
    for (;;) {
        std::array<pollfd, 4> watched{{{descriptors[0], POLLIN, 0}, {descriptors[1], POLLIN, 0},
            {cancel.descriptor(), POLLIN, 0}, {m_closing.descriptor(), POLLIN, 0}}};
        std::ignore = ::poll(watched.data(), watched.size(), int(deadline.remainingTime()));
        if (cancel.isCancelled() || m_closing.isCancelled())
            return Wait::Cancelled;
        if (watched[0].revents != 0 || watched[1].revents != 0)
            return Wait::Ready;
        if (deadline.hasExpired())
            return Wait::TimedOut;
    }
}

std::unique_ptr<RenderProcess> RenderPool::takeIdle()
{
    if (!acquire(m_idleCount))
        return nullptr;
    const QMutexLocker lock(&m_mutex);
    if (m_idle.empty()) // closed
        return nullptr;
    auto process = std::move(m_idle.back());
    m_idle.pop_back();
    return process;
}

RenderProcess::Started RenderPool::startAnother()
{
    {
        const QMutexLocker lock(&m_mutex);
        ++m_running;
    }
    auto started = RenderProcess::start(m_settings.program);
    if (std::holds_alternative<Failure>(started))
        giveBack(nullptr);
    return started;
}

void RenderPool::giveBack(std::unique_ptr<RenderProcess> process)
{
    const bool isIdle = process != nullptr;
    {
        const QMutexLocker lock(&m_mutex);
        if (!isIdle)
            --m_running;
        else if (!m_closing.isCancelled())
            m_idle.push_back(std::move(process));
    }
    release(isIdle ? m_idleCount : m_startCount);
}

std::variant<std::unique_ptr<RenderLease>, Failure> RenderPool::lease(const CancelToken &cancel)
{
    if (cancel.isCancelled() || m_closing.isCancelled())
        return cancelledDrawing;
    bool isPatient = true;
    for (;;) {
        auto process = takeIdle();
        if (!process) {
            {
                const QMutexLocker lock(&m_mutex);
                isPatient &= m_running > 0;
            }
            if (!isPatient && acquire(m_startCount)) {
                auto started = startAnother();
                if (const auto *failure = std::get_if<Failure>(&started))
                    return *failure;
                process = std::get<std::unique_ptr<RenderProcess>>(std::move(started));
            }
        }
        if (process)
            return std::unique_ptr<RenderLease>(
                new RenderLease(*this, std::move(process), cancel)); // NOLINT: private constructor
        switch (waitFor({m_idleCount.number(), isPatient ? -1 : m_startCount.number()}, cancel,
            isPatient ? std::optional(patience) : std::nullopt)) {
        case Wait::Cancelled:
            return cancelledDrawing;
        case Wait::TimedOut:
            isPatient = false;
            break;
        case Wait::Ready:
            break;
        }
    }
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
    switch (m_pool.waitFor({m_process->socket(), -1}, m_cancel, m_pool.m_settings.timePerRequest)) {
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
