#include "app/builtin/faultsimulation.h"

#include <algorithm>
#include <cmath>

namespace {

// More than the number of files in a set of flags.
constexpr qsizetype maximalCountedPaths = 4096;

// The finaliser of SplitMix64: every bit of the input changes about half of the bits of the output.
constexpr quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

// FNV-1a. Not qHash(), whose seed differs between processes.
quint64 hashOf(QStringView text)
{
    quint64 hash = 0xcbf29ce484222325U;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 0x100000001b3U;
    return hash;
}

/// In [0, 1); the 53 highest bits fill a double exactly.
double fraction(quint64 bits)
{
    return std::ldexp(static_cast<double>(bits >> 11), -53);
}

} // namespace

SimulatedFault simulatedFault(const FaultSettings &settings, QStringView path, quint32 attempt)
{
    const quint64 occasion = (quint64(settings.seed) << 32) | attempt;
    const quint64 refusalDraw = mixed(hashOf(path) ^ mixed(occasion));
    if (fraction(refusalDraw) < settings.errorRate)
        return {.delay = settings.errorDelay, .refused = true};

    constexpr quint64 goldenGamma = 0x9e3779b97f4a7c15U;
    const double delayDraw = fraction(mixed(refusalDraw + goldenGamma));
    const auto span = std::max(settings.longestDelay - settings.shortestDelay, std::chrono::milliseconds(0));
    const auto above = std::llround(delayDraw * static_cast<double>(span.count()));
    return {.delay = settings.shortestDelay + std::chrono::milliseconds(above), .refused = false};
}

FaultSimulation::FaultSimulation(const FaultSettings &settings)
    : m_settings(settings)
    , m_freeAt(static_cast<std::size_t>(std::max(settings.capacity, 0)))
{
}

SimulatedFault FaultSimulation::next(QStringView path, SteadyTime now)
{
    const bool isRandom = m_settings.errorRate > 0 || m_settings.longestDelay > m_settings.shortestDelay;
    SimulatedFault fault = simulatedFault(m_settings, path, isRandom ? countAttempt(path) : 0);
    fault.delay += waitForTurn(now, fault.delay);
    return fault;
}

// First come, first served: the request takes the place that becomes free first.
std::chrono::milliseconds FaultSimulation::waitForTurn(SteadyTime now, std::chrono::milliseconds delay)
{
    if (m_freeAt.empty())
        return std::chrono::milliseconds::zero();
    const auto place = std::ranges::min_element(m_freeAt);
    const SteadyTime begins = std::max(*place, now);
    *place = begins + delay;
    return std::chrono::ceil<std::chrono::milliseconds>(begins - now);
}

quint32 FaultSimulation::countAttempt(QStringView path)
{
    const quint64 key = hashOf(path);
    const auto known = m_attempts.find(key);
    if (known != m_attempts.end())
        return (*known)++;
    if (m_attempts.size() >= maximalCountedPaths)
        return m_otherAttempts++;
    m_attempts.insert(key, 1);
    return 0;
}
