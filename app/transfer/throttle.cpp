#include "app/transfer/throttle.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace std::chrono_literals;

namespace {

// In requests per second. Above the fastest rate the limit makes no difference and is dropped.
constexpr double slowestRate = 0.2;
constexpr double fastestRate = 500;
// Factors by which each response raises the rate. Until the second refusal it grows fast, because the limit
// is still unknown. After that there are about fifteen responses between two refusals.
constexpr double initialRateGrowth = 1.1;
constexpr double rateGrowth = 1.05;
// How many more requests may be in flight after each round of responses.
constexpr double inFlightGrowthPerRound = 1;

constexpr std::chrono::milliseconds firstPause = 500ms; // doubles with each further refusal
constexpr std::chrono::milliseconds longestPause = 30s;

} // namespace

int Throttle::maximalInFlight() const
{
    return m_inFlightLimit > 0 ? int(m_inFlightLimit) : std::numeric_limits<int>::max();
}

bool Throttle::isOverloaded() const
{
    constexpr int enough = 8;
    return m_responseCount > 0 && m_consecutiveUnavailable >= enough;
}

void Throttle::recordStart(SteadyTime now)
{
    Duration pause = m_spacing;
    if (m_requestsPerSecond > 0)
        pause = std::max(pause, Duration(std::llround(1000 / m_requestsPerSecond)));
    m_nextStart = std::max(m_nextStart, now + pause);
}

void Throttle::recordResponse(SteadyTime now)
{
    ++m_responseCount;
    m_consecutiveUnavailable = 0;
    m_consecutiveReductions = 0;
    m_refusedSince.reset();
    m_longestRequestedDelay = 0ms;
    m_responses.push_back(now);
    while (now - m_responses.front() > 1s)
        m_responses.pop_front();
    m_requestsPerSecond *= m_reductions < 2 ? initialRateGrowth : rateGrowth;
    if (m_requestsPerSecond > fastestRate)
        m_requestsPerSecond = 0;
    if (m_inFlightLimit > 0)
        m_inFlightLimit += inFlightGrowthPerRound / m_inFlightLimit;
}

Throttle::Refusal Throttle::recordRefusal(
    SteadyTime started, int inFlight, std::optional<Duration> requestedDelay, SteadyTime now)
{
    ++m_refusalCount;
    if (!m_refusedSince)
        m_refusedSince = now;
    m_longestRequestedDelay = std::max(m_longestRequestedDelay, requestedDelay.value_or(0ms));
    Duration pause = requestedDelay.value_or(0ms);
    if (started >= m_lastReduction) {
        const double measured = std::max(responsesInLastSecond(now), 1.0);
        const double before = m_requestsPerSecond > 0 ? std::min(m_requestsPerSecond, measured) : measured;
        m_requestsPerSecond = std::max(before / 2, slowestRate);
        m_inFlightLimit = std::max(1.0, std::min(double(maximalInFlight()), double(inFlight)) / 2);
        m_lastReduction = now;
        ++m_reductions;
        const double doubled = double(firstPause.count()) * std::exp2(m_consecutiveReductions++);
        if (pause == 0ms)
            pause = Duration(std::llround(std::min(doubled, double(longestPause.count()))));
    }
    m_nextStart = std::max(m_nextStart, now + pause);
    return {.pause = pause, .isFinal = now - *m_refusedSince > maximalRefusalTime + m_longestRequestedDelay};
}

double Throttle::responsesInLastSecond(SteadyTime now) const
{
    return double(
        std::ranges::count_if(m_responses, [now](SteadyTime response) { return now - response <= 1s; }));
}
