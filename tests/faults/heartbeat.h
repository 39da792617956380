#pragma once

#include <QFile>
#include <QObject>
#include <QTimer>

#include <chrono>

/// Watches the event loop of its thread. What counts as standing still is time that the loop was kept busy or
/// blocked, not time in which the machine had no processor for the thread.
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

    QTimer m_timer;
    QFile m_schedule; // of this thread, kept by the kernel
    Clock::time_point m_lastBeat;
    std::chrono::nanoseconds m_lastWaited{0};
    std::chrono::nanoseconds m_longestGap{0};
};
