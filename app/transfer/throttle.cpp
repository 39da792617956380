#include "app/transfer/throttle.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace std::chrono_literals;

namespace {

// Requests a second. The fastest is where a limit makes no difference any more.
constexpr double slowest = 0.2;
constexpr double fastest = 500;
// How much faster each answer makes it: much until the second refusal, since little is known of the limit
// before; then so that about fifteen answers lie between two refusals.
constexpr double fasterAtFirst = 1.1;
constexpr double faster = 1.05;
// How many more at once each round of answers allows.
constexpr double moreAtOncePerRound = 1;

constexpr std::chrono::milliseconds firstPause = 500ms; // doubled by each further refusal
constexpr std::chrono::milliseconds longestPause = 30s;

} // namespace

int Throttle::mostAtOnce() const
{
    return m_atOnce > 0 ? int(m_atOnce) : std::numeric_limits<int>::max();
}

bool Throttle::isOverrun() const
{
    constexpr int enough = 8;
    return m_answerCount > 0 && m_unavailableInARow >= enough;
}

void Throttle::recordStart(SteadyTime now)
{
    Duration pause = m_spacing;
    if (m_perSecond > 0)
        pause = std::max(pause, Duration(std::llround(1000 / m_perSecond)));
    m_nextStart = std::max(m_nextStart, now + pause);
}

void Throttle::recordAnswer(SteadyTime now)
{
    ++m_answerCount;
    m_unavailableInARow = 0;
    m_cutsInARow = 0;
    m_refusedSince.reset();
    m_longestAnnounced = 0ms;
    m_answers.push_back(now);
    while (now - m_answers.front() > 1s)
        m_answers.pop_front();
    m_perSecond *= m_cuts < 2 ? fasterAtFirst : faster;
    if (m_perSecond > fastest)
        m_perSecond = 0;
    if (m_atOnce > 0)
        m_atOnce += moreAtOncePerRound / m_atOnce;
}

Throttle::Refusal Throttle::recordRefusal(
    SteadyTime started, int inFlight, std::optional<Duration> announced, SteadyTime now)
{
    ++m_refusalCount;
    if (!m_refusedSince)
        m_refusedSince = now;
    m_longestAnnounced = std::max(m_longestAnnounced, announced.value_or(0ms));
    Duration pause = announced.value_or(0ms);
    if (started >= m_lastCut) {
        const double measured = std::max(answersInTheLastSecond(now), 1.0);
        const double before = m_perSecond > 0 ? std::min(m_perSecond, measured) : measured;
        m_perSecond = std::max(before / 2, slowest);
        m_atOnce = std::max(1.0, std::min(double(mostAtOnce()), double(inFlight)) / 2);
        m_lastCut = now;
        ++m_cuts;
        const double doubled = double(firstPause.count()) * std::exp2(m_cutsInARow++);
        if (pause == 0ms)
            pause = Duration(std::llround(std::min(doubled, double(longestPause.count()))));
    }
    m_nextStart = std::max(m_nextStart, now + pause);
    return {.pause = pause, .isFinal = now - *m_refusedSince > patience + m_longestAnnounced};
}

double Throttle::answersInTheLastSecond(SteadyTime now) const
{
    return double(std::ranges::count_if(m_answers, [now](SteadyTime answer) { return now - answer <= 1s; }));
}
