#pragma once

#include <QFile>
#include <QObject>
#include <QTimer>

#include <chrono>

/// Watches the event loop of its thread. What counts as standing still is time that the loop was kept busy or
/// blocked, not time in which the machine had no processor for the thread, nor what the host of a virtual
/// machine took from it.
class Heartbeat final : public QObject
{
    Q_OBJECT

public:
    Heartbeat();
    Q_DISABLE_COPY_MOVE(Heartbeat)

    /// Begins anew; stop() ends it.
    void start();
    void stop();

    [[nodiscard]] std::chrono::nanoseconds longestGap() const { return m_longestGap; }

private:
    using Clock = std::chrono::steady_clock;

    void beat();
    [[nodiscard]] std::chrono::nanoseconds waitedForProcessor();
    [[nodiscard]] std::chrono::nanoseconds stolenByTheHost();

    QTimer m_timer;
    QFile m_schedule; // of this thread, kept by the kernel
    QFile m_processors; // likewise, of all processors together
    Clock::time_point m_lastBeat;
    std::chrono::nanoseconds m_lastWaited{0};
    std::chrono::nanoseconds m_longestGap{0};
    Clock::time_point m_stolenReadAt;
    std::chrono::nanoseconds m_lastStolen{0};
};
