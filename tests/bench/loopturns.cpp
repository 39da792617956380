#include "tests/bench/loopturns.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <ctime>
#include <utility>

qint64 threadCpuTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

void LoopTurns::start()
{
    m_turns.clear();
    m_turns.reserve(100'000); // does not grow within a turn
    m_begin = threadCpuTime();
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
        &LoopTurns::endTurn);
}

std::vector<double> LoopTurns::stop()
{
    disconnect(QAbstractEventDispatcher::instance(), nullptr, this, nullptr);
    std::ranges::sort(m_turns);
    return std::exchange(m_turns, {});
}

void LoopTurns::endTurn()
{
    const qint64 now = threadCpuTime();
    m_turns.push_back(double(now - m_begin) / 1e6);
    m_begin = now;
}
