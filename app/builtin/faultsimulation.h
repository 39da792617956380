#pragma once

#include <QHash>
#include <QStringView>

#include <chrono>

/// Which faults an embedded server simulates. Chance is decided from the seed, the path and how often that
/// path was requested before, never from the order of arrival, so that a run can be repeated.
struct FaultSettings
{
    std::chrono::milliseconds shortestDelay{0};
    std::chrono::milliseconds longestDelay{0};
    double errorRate = 0; ///< share of the requests answered 418, 0..1
    std::chrono::milliseconds errorDelay{500}; ///< before such an answer
    quint32 seed = 1;

    friend bool operator==(const FaultSettings &, const FaultSettings &) = default;
};

/// What happens to one request.
struct SimulatedFault
{
    std::chrono::milliseconds delay{0}; ///< before the answer
    bool refused = false; ///< answered 418
};

/// `attempt` counts how often the path was requested before. The same arguments give the same result in every
/// process.
[[nodiscard]] SimulatedFault simulatedFault(const FaultSettings &settings, QStringView path, quint32 attempt);

/// Counts the requests for each path, and decides what happens to the next one. Its memory is limited: beyond
/// 4096 different paths the others share one count.
class FaultSimulation final
{
public:
    explicit FaultSimulation(const FaultSettings &settings);

    [[nodiscard]] SimulatedFault next(QStringView path);

private:
    [[nodiscard]] quint32 countAttempt(QStringView path);

    FaultSettings m_settings;
    QHash<quint64, quint32> m_attempts; // by the hash of the path
    quint32 m_otherAttempts = 0;
};
