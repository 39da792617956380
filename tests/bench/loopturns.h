#pragma once

#include <QObject>

#include <vector>

/// The CPU time of the calling thread, in nanoseconds. Unlike a clock, it does not count other programs.
[[nodiscard]] qint64 threadCpuTime();

/// Measures the CPU time of the thread that creates it, for each turn of its event loop. A turn lasts from
/// one aboutToBlock() of the dispatcher to the next: dispatchers call timers and sockets on either side of
/// awake(), and a blocked thread uses no CPU time.
class LoopTurns final : public QObject
{
    Q_OBJECT

public:
    LoopTurns() = default;
    Q_DISABLE_COPY_MOVE(LoopTurns)

    void start();
    /// Stops and returns the turns since start(), in milliseconds, the shortest first.
    [[nodiscard]] std::vector<double> stop();

private:
    void endTurn();

    qint64 m_begin = 0; // of the turn, nanoseconds of the thread's CPU clock
    std::vector<double> m_turns;
};
