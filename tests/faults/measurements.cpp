#include "tests/faults/measurements.h"

#include <QByteArray>
#include <QFile>

#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Reading /proc/stat at every beat would keep a processor busy.
constexpr std::chrono::nanoseconds stolenIsReadEvery = 10ms;

#ifdef __SANITIZE_ADDRESS__
constexpr bool hasShadowMemory = true; // keeps freed memory
#else
constexpr bool hasShadowMemory = false;
#endif

/// A value of /proc/self/status in KiB. `name` includes the colon.
qint64 statusOfProcess(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.sliced(name.size()).chopped(3).trimmed().toLongLong(); // without " kB"
    }
    return 0;
}

bool resetPeak()
{
    QFile references(u"/proc/self/clear_refs"_s);
    return references.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && references.write("5") == 1;
}

} // namespace

Heartbeat::Heartbeat()
    : m_schedule(u"/proc/thread-self/schedstat"_s)
    , m_processors(u"/proc/stat"_s)
{
    // If they cannot be opened, only the clock counts.
    for (QFile *file : {&m_schedule, &m_processors})
        [[maybe_unused]] const bool isOpen = file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
}

void Heartbeat::start()
{
    m_lastBeat = Clock::now();
    m_lastWaitTime = readWaitTime();
    m_longestGap = 0ns;
    m_stolenReadAt = m_lastBeat;
    m_lastStolenTime = readStolenTime();
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
    const auto waited = readWaitTime();
    const auto gap = (now - m_lastBeat) - (waited - m_lastWaitTime);
    const bool isLongest = gap > m_longestGap;
    if (isLongest || now - m_stolenReadAt >= stolenIsReadEvery) {
        const auto stolen = readStolenTime();
        m_longestGap = std::max(m_longestGap, gap - (stolen - m_lastStolenTime));
        m_lastStolenTime = stolen;
        m_stolenReadAt = now;
    }
    m_lastBeat = now;
    m_lastWaitTime = waited;
}

std::chrono::nanoseconds Heartbeat::readStolenTime()
{
    constexpr qsizetype field = 9; // steal time, after "cpu" and two spaces
    m_processors.seek(0);
    const qint64 ticks = m_processors.read(200).split(' ').value(field).toLongLong();
    return std::chrono::nanoseconds(1s) * ticks / ::sysconf(_SC_CLK_TCK);
}

std::chrono::nanoseconds Heartbeat::readWaitTime()
{
    m_schedule.seek(0);
    return std::chrono::nanoseconds(m_schedule.read(100).split(' ').value(1).toLongLong());
}

PeakMemory::PeakMemory()
{
    if (!hasShadowMemory && resetPeak())
        m_before = statusOfProcess("VmRSS:");
}

qint64 PeakMemory::growth() const
{
    return statusOfProcess("VmHWM:") - m_before;
}
