#include "tests/faults/heartbeat.h"

#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Reading it each time would keep a processor busy.
constexpr std::chrono::nanoseconds stolenIsReadEvery = 10ms;

} // namespace

Heartbeat::Heartbeat()
    : m_schedule(u"/proc/thread-self/schedstat"_s)
    , m_processors(u"/proc/stat"_s)
{
    // Without them only the clock counts.
    for (QFile *file : {&m_schedule, &m_processors})
        [[maybe_unused]] const bool isOpen = file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
}

void Heartbeat::start()
{
    m_lastBeat = Clock::now();
    m_lastWaited = waitedForProcessor();
    m_longestGap = 0ns;
    m_stolenReadAt = m_lastBeat;
    m_lastStolen = stolenByTheHost();
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
    const auto gap = (now - m_lastBeat) - (waited - m_lastWaited);
    const bool isLongest = gap > m_longestGap;
    if (isLongest || now - m_stolenReadAt >= stolenIsReadEvery) {
        const auto stolen = stolenByTheHost();
        m_longestGap = std::max(m_longestGap, gap - (stolen - m_lastStolen));
        m_lastStolen = stolen;
        m_stolenReadAt = now;
    }
    m_lastBeat = now;
    m_lastWaited = waited;
}

std::chrono::nanoseconds Heartbeat::stolenByTheHost()
{
    constexpr qsizetype field = 9; // behind "cpu" and a second space
    m_processors.seek(0);
    const qint64 ticks = m_processors.read(200).split(' ').value(field).toLongLong();
    return std::chrono::nanoseconds(1s) * ticks / ::sysconf(_SC_CLK_TCK);
}

std::chrono::nanoseconds Heartbeat::waitedForProcessor()
{
    m_schedule.seek(0);
    return std::chrono::nanoseconds(m_schedule.read(100).split(' ').value(1).toLongLong());
}
