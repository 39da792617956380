#include "app/timeline/timeline.h"

#include <algorithm>
#include <cmath>

namespace {

double perSecond(double amount, Timeline::Duration duration)
{
    return duration.count() == 0 ? 0 : amount / std::chrono::duration<double>(duration).count();
}

/// Nearest rank: the smallest value that at least this share of the values does not exceed.
Timeline::Duration percentile(std::vector<Timeline::Duration> &values, double share)
{
    if (values.empty())
        return Timeline::Duration::zero();
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(share * double(values.size())));
    const auto at = values.begin() + std::max<std::ptrdiff_t>(rank, 1) - 1;
    std::ranges::nth_element(values, at);
    return *at;
}

void addTries(TimelineFigures &figures, const RequestRecord &request, SteadyTime now,
    std::vector<Timeline::Duration> &waits)
{
    for (const RequestTry &one : request.tries) {
        figures.oneAtATime += one.ended.value_or(now) - one.sent;
        ++(one.isNewConnection ? figures.newConnections : figures.reusedConnections);
        if (one.firstByte)
            waits.push_back(*one.firstByte - one.sent);
    }
    if (!request.tries.isEmpty())
        figures.retries += static_cast<int>(std::count_if(request.tries.begin(), request.tries.end() - 1,
            [](const RequestTry &one) { return one.failure.has_value(); }));
}

} // namespace

void Timeline::update(const RequestChanges &changes)
{
    if (changes.run != m_run)
        m_requests.clear();
    m_run = changes.run;
    m_started = changes.started;
    m_ended = changes.ended;
    m_limit = changes.limit;
    m_loopBlocks = changes.loopBlocks;
    for (const auto &[id, record] : changes.changed) {
        const auto index = static_cast<std::size_t>(id);
        if (index >= m_requests.size())
            m_requests.resize(index + 1);
        m_requests[index] = record;
    }
}

double TimelineFigures::requestsPerSecond() const
{
    return perSecond(requests, elapsed);
}

double TimelineFigures::bytesPerSecond() const
{
    return perSecond(double(bytes), elapsed);
}

TimelineFigures figuresOf(const Timeline &timeline, SteadyTime now)
{
    TimelineFigures figures;
    std::vector<Timeline::Duration> waits;
    const SteadyTime end = timeline.endOr(now);
    figures.elapsed = end - timeline.started();
    figures.wasLoopBlocked = !timeline.loopBlocks().isEmpty();
    for (const RequestRecord &request : timeline.requests()) {
        addTries(figures, request, end, waits);
        if (request.work && request.work->started)
            figures.oneAtATime += request.work->ended.value_or(end) - *request.work->started;
        figures.failures += request.failure ? 1 : 0;
        figures.requests += request.ended && !request.failure && !request.wasCancelled ? 1 : 0;
        figures.bytes += request.bytes;
    }
    figures.medianWait = percentile(waits, 0.5);
    figures.percentile95Wait = percentile(waits, 0.95);
    for (const InFlightStep &step : inFlightSteps(timeline))
        figures.mostInFlight = std::max(figures.mostInFlight, step.count);
    return figures;
}

QList<InFlightStep> inFlightSteps(const Timeline &timeline)
{
    std::vector<std::pair<SteadyTime, int>> changes;
    for (const RequestRecord &request : timeline.requests()) {
        for (const RequestTry &one : request.tries) {
            changes.emplace_back(one.sent, 1);
            if (one.ended)
                changes.emplace_back(*one.ended, -1);
        }
    }
    std::ranges::sort(changes); // at one moment, an end comes before a start
    QList<InFlightStep> steps;
    int count = 0;
    for (const auto &[at, change] : changes) {
        count += change;
        if (!steps.isEmpty() && steps.last().from == at)
            steps.last().count = count;
        else
            steps += {at, count};
    }
    return steps;
}
