#pragma once

#include <QFile>
#include <QObject>
#include <QTimer>
#include <QtGlobal>

#include <chrono>

/// Measures how long the event loop of its thread blocks. Time in which the thread waited for a processor, or
/// which the host took from a virtual machine (steal time), does not count.
class Heartbeat final : public QObject
{
    Q_OBJECT

public:
    Heartbeat();
    Q_DISABLE_COPY_MOVE(Heartbeat)

    /// Resets the measurement and starts it; stop() ends it.
    void start();
    void stop();

    [[nodiscard]] std::chrono::nanoseconds longestGap() const { return m_longestGap; }

private:
    using Clock = std::chrono::steady_clock;

    void beat();
    [[nodiscard]] std::chrono::nanoseconds readWaitTime();
    [[nodiscard]] std::chrono::nanoseconds readStolenTime();

    QTimer m_timer;
    QFile m_schedule; // /proc/thread-self/schedstat
    QFile m_processors; // /proc/stat
    Clock::time_point m_lastBeat;
    std::chrono::nanoseconds m_lastWaitTime{0};
    std::chrono::nanoseconds m_longestGap{0};
    Clock::time_point m_stolenReadAt;
    std::chrono::nanoseconds m_lastStolenTime{0};
};

inline constexpr qint64 kibi = 1 << 10;
inline constexpr qint64 mebi = 1 << 20;

/// Measures the peak memory (resident set size) of the process from its construction on.
class PeakMemory final
{
public:
    PeakMemory();

    /// Returns false if the kernel cannot reset the peak, and under AddressSanitizer, which keeps freed
    /// memory.
    [[nodiscard]] bool isKnown() const { return m_before > 0; }
    /// Growth of the peak since construction, in KiB.
    [[nodiscard]] qint64 growth() const;

private:
    qint64 m_before = 0;
};
