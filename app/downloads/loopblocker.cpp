#include "app/downloads/loopblocker.h"

#include "app/logging/logging.h"
#include "app/tasks/steadytime.h"
#include "app/timeline/requestlog.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QWaitCondition>

#include <algorithm>

namespace {

constexpr qint64 interruptInterval = 20; // ms; a person does not notice it

} // namespace

struct LoopBlocker::State
{
    State(std::chrono::milliseconds time, bool (*interrupted)())
        : perFlag(time)
        , isInterrupted(interrupted)
    {
    }

    const std::chrono::milliseconds perFlag;
    bool (*const isInterrupted)(); // may be null
    QMutex mutex; // of `suspensions`
    QWaitCondition suspended;
    int suspensions = 0;
};

LoopBlocker::LoopBlocker(std::chrono::milliseconds perFlag, bool (*isInterrupted)())
{
    if (perFlag > std::chrono::milliseconds::zero())
        m_state = std::make_shared<State>(std::min(perFlag, longest), isInterrupted);
}

std::chrono::milliseconds LoopBlocker::perFlag() const
{
    return m_state ? m_state->perFlag : std::chrono::milliseconds::zero();
}

bool LoopBlocker::block() const
{
    if (!m_state)
        return true;
    const QDeadlineTimer end(m_state->perFlag, Qt::PreciseTimer);
    const QMutexLocker lock(&m_state->mutex);
    while (m_state->suspensions == 0 && !(m_state->isInterrupted && m_state->isInterrupted())) {
        if (end.hasExpired())
            return true;
        const QDeadlineTimer next(interruptInterval, Qt::PreciseTimer);
        m_state->suspended.wait(&m_state->mutex, m_state->isInterrupted ? std::min(next, end) : end);
    }
    return false;
}

LoopBlocker::Suspension::Suspension(const LoopBlocker &blocker)
    : m_state(blocker.m_state)
{
    add(1);
}

LoopBlocker::Suspension::~Suspension()
{
    add(-1);
}

void LoopBlocker::Suspension::add(int change) const
{
    if (!m_state)
        return;
    const QMutexLocker lock(&m_state->mutex);
    m_state->suspensions += change;
    m_state->suspended.wakeAll();
}

bool blockLoop(const LoopBlocker &blocker, const std::shared_ptr<RequestLog> &log)
{
    if (!blocker.isOn())
        return true;
    qCDebug(lcDownloads) << "the event loop sleeps for" << blocker.perFlag().count() << "ms";
    const SteadyTime from = SteadyTime::clock::now();
    const bool isComplete = blocker.block();
    if (log)
        log->addLoopBlock({from, SteadyTime::clock::now(), blocker.perFlag()});
    return isComplete;
}
