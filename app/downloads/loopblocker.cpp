#include "app/downloads/loopblocker.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QWaitCondition>

#include <algorithm>

struct LoopBlocker::State
{
    explicit State(std::chrono::milliseconds time)
        : perFlag(time)
    {
    }

    const std::chrono::milliseconds perFlag;
    QMutex mutex; // of `suspensions`
    QWaitCondition suspended;
    int suspensions = 0;
};

LoopBlocker::LoopBlocker(std::chrono::milliseconds perFlag)
{
    if (perFlag > std::chrono::milliseconds::zero())
        m_state = std::make_shared<State>(std::min(perFlag, longest));
}

std::chrono::milliseconds LoopBlocker::perFlag() const
{
    return m_state ? m_state->perFlag : std::chrono::milliseconds::zero();
}

void LoopBlocker::block() const
{
    if (!m_state)
        return;
    const QDeadlineTimer end(m_state->perFlag, Qt::PreciseTimer);
    const QMutexLocker lock(&m_state->mutex);
    while (m_state->suspensions == 0 && m_state->suspended.wait(&m_state->mutex, end))
        continue;
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
