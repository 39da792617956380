#include "tests/faults/heartbeat.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Heartbeat::Heartbeat()
    : m_schedule(u"/proc/thread-self/schedstat"_s)
{
    // Without it only the clock counts.
    [[maybe_unused]] const bool isOpen = m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
}

void Heartbeat::start()
{
    m_lastBeat = Clock::now();
    m_lastWaited = waitedForProcessor();
    m_longestGap = 0ns;
    m_timer.start(2ms);
}

void Heartbeat::stop()
{
    beat();
    m_timer.stop();
}

void Heartbeat::beat()
{
    const Clock::time_point now = Clock::now();
    const auto waited = waitedForProcessor();
    m_longestGap = std::max(m_longestGap, (now - m_lastBeat) - (waited - m_lastWaited));
    m_lastBeat = now;
    m_lastWaited = waited;
}

std::chrono::nanoseconds Heartbeat::waitedForProcessor()
{
    m_schedule.seek(0);
    return std::chrono::nanoseconds(m_schedule.read(100).split(' ').value(1).toLongLong());
}
