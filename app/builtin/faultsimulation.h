#pragma once

#include "app/tasks/steadytime.h"

#include <QHash>
#include <QStringView>

#include <chrono>
#include <vector>

/// The faults that an embedded server simulates. Random decisions depend on the seed, the path and the number
/// of earlier requests for that path, but not on the order of requests, so a run can be repeated.
struct FaultSettings
{
    std::chrono::milliseconds shortestDelay{0};
    std::chrono::milliseconds longestDelay{0};
    double errorRate = 0; ///< share of requests answered with 418, 0 to 1
    std::chrono::milliseconds errorDelay{500}; ///< before such an answer
    quint32 seed = 1;
    int capacity = 0; ///< requests that the server handles at once; more wait their turn. 0: any number

    friend bool operator==(const FaultSettings &, const FaultSettings &) = default;
};

/// The fault for one request.
struct SimulatedFault
{
    std::chrono::milliseconds delay{0}; ///< before the answer
    bool refused = false; ///< the answer is 418
};

/// `attempt` is the number of earlier requests for the path. The result is the same in every process.
[[nodiscard]] SimulatedFault simulatedFault(const FaultSettings &settings, QStringView path, quint32 attempt);

/// Counts the requests for each path and decides about the next one. To limit memory, paths after the first
/// 4096 share one counter. Used on the server's thread.
class FaultSimulation final
{
public:
    explicit FaultSimulation(const FaultSettings &settings);

    /// The delay includes the time for which a request that arrives at `now` waits for its turn.
    [[nodiscard]] SimulatedFault next(QStringView path, SteadyTime now = SteadyTime::clock::now());

private:
    [[nodiscard]] quint32 countAttempt(QStringView path);
    [[nodiscard]] std::chrono::milliseconds waitForTurn(SteadyTime now, std::chrono::milliseconds delay);

    FaultSettings m_settings;
    QHash<quint64, quint32> m_attempts; // by the hash of the path
    quint32 m_otherAttempts = 0;
    std::vector<SteadyTime> m_freeAt; // when each of the places for a request becomes free
};
