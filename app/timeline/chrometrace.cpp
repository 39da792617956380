#include "app/timeline/chrometrace.h"

#include "app/timeline/requestoutcome.h"
#include "app/timeline/tracelanes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The groups of tracks.
constexpr int requestsGroup = 1;
constexpr int poolGroup = 2;

struct Track
{
    int group = requestsGroup; ///< "pid" of the format
    int number = 0; ///< "tid", from 1; 0 for what belongs to the group as a whole
};

/// Collects the events of one trace. Times are whole microseconds since the start of the run: both ends of a
/// slice are rounded down, so slices that do not overlap still do not.
class TraceEvents final
{
public:
    explicit TraceEvents(SteadyTime start)
        : m_start(start)
    {
    }

    void addSlice(const Track &track, const QString &name, SteadyTime begin, SteadyTime end,
        const QJsonObject &arguments)
    {
        QJsonObject event = eventOf(u"X"_s, track, name, arguments);
        event.insert(u"ts"_s, microseconds(begin));
        event.insert(u"dur"_s, microseconds(end) - microseconds(begin));
        m_events.append(event);
    }
    void addMark(const Track &track, const QString &name, SteadyTime at, const QJsonObject &arguments)
    {
        QJsonObject event = eventOf(u"i"_s, track, name, arguments);
        event.insert(u"ts"_s, microseconds(at));
        event.insert(u"s"_s, u"t"_s); // only in this track
        m_events.append(event);
    }
    void addCount(const QString &name, SteadyTime at, int count)
    {
        QJsonObject event = eventOf(u"C"_s, {}, name, {{u"requests"_s, count}});
        event.insert(u"ts"_s, microseconds(at));
        m_events.append(event);
    }
    void nameGroup(int group, const QString &name)
    {
        m_events.append(eventOf(u"M"_s, {group, 0}, u"process_name"_s, {{u"name"_s, name}}));
        m_events.append(eventOf(u"M"_s, {group, 0}, u"process_sort_index"_s, {{u"sort_index"_s, group}}));
    }
    void nameTrack(const Track &track, const QString &name)
    {
        m_events.append(eventOf(u"M"_s, track, u"thread_name"_s, {{u"name"_s, name}}));
        m_events.append(eventOf(u"M"_s, track, u"thread_sort_index"_s, {{u"sort_index"_s, track.number}}));
    }

    [[nodiscard]] const QJsonArray &events() const { return m_events; }

private:
    [[nodiscard]] static QJsonObject eventOf(
        const QString &phase, const Track &track, const QString &name, const QJsonObject &arguments)
    {
        return {{u"ph"_s, phase}, {u"pid"_s, track.group}, {u"tid"_s, track.number}, {u"name"_s, name},
            {u"args"_s, arguments}};
    }
    [[nodiscard]] qint64 microseconds(SteadyTime at) const
    {
        return std::chrono::floor<std::chrono::microseconds>(at - m_start).count();
    }

    const SteadyTime m_start;
    QJsonArray m_events;
};

QString nameOf(const RequestRecord &request)
{
    return request.code.isEmpty() ? partWord(request.part) : request.code + u' ' + partWord(request.part);
}

QJsonObject argumentsOf(const RequestRecord &request)
{
    QJsonObject arguments{{u"code"_s, request.code}, {u"part"_s, partWord(request.part)},
        {u"source"_s, request.sourceId}, {u"url"_s, request.url}, {u"tries"_s, request.tries.size()},
        {u"bytes"_s, request.bytes}, {u"result"_s, resultWord(request)}};
    if (!request.tries.isEmpty())
        arguments.insert(u"status"_s, request.tries.last().status);
    return arguments;
}

QJsonObject argumentsOf(const RequestRecord &request, qsizetype number)
{
    const RequestTry &one = request.tries.at(number);
    return {{u"try"_s, number + 1}, {u"connection"_s, one.isNewConnection ? u"new"_s : u"reused"_s},
        {u"status"_s, one.status}, {u"outcome"_s, tryWord(request, number)}};
}

void addTry(
    TraceEvents &events, const Track &track, const RequestRecord &request, qsizetype number, SteadyTime end)
{
    const RequestTry &one = request.tries.at(number);
    const QJsonObject arguments = argumentsOf(request, number);
    const SteadyTime ended = one.ended.value_or(end);
    events.addSlice(track, u"waiting for the server"_s, one.sent, one.firstByte.value_or(ended), arguments);
    if (one.firstByte)
        events.addSlice(track, u"receiving"_s, *one.firstByte, ended, arguments);
    if (!one.failure)
        return;
    const bool isLast = number == request.tries.size() - 1;
    if (isLast && request.failure) {
        events.addMark(track, u"failed"_s, ended, arguments);
        return;
    }
    events.addMark(track, one.wasThrottled ? u"throttled"_s : u"retry"_s, ended, arguments);
    const SteadyTime next = isLast ? end : request.tries.at(number + 1).sent;
    events.addSlice(track, u"pause before a retry"_s, ended, next, {});
}

/// The slice of the request, and inside it those of its phases.
void addRequest(TraceEvents &events, const Track &track, const RequestRecord &request, SteadyTime now)
{
    const auto [begin, end] = spanOf(request, now);
    events.addSlice(track, nameOf(request), begin, end, argumentsOf(request));
    const SteadyTime firstSent = request.tries.isEmpty() ? end : request.tries.first().sent;
    events.addSlice(track, u"waiting for a slot"_s, begin, firstSent, {});
    for (qsizetype number = 0; number < request.tries.size(); ++number)
        addTry(events, track, request, number, end);
    if (request.wasCancelled)
        events.addMark(track, u"cancelled"_s, end, {});
}

void addRequests(TraceEvents &events, const Timeline &timeline, SteadyTime now)
{
    events.nameGroup(requestsGroup, u"Requests"_s);
    const std::vector<int> lanes = lanesOf(timeline, now);
    const int count = lanes.empty() ? 0 : *std::ranges::max_element(lanes) + 1;
    for (int lane = 1; lane <= count; ++lane)
        events.nameTrack({requestsGroup, lane}, u"lane %1"_s.arg(lane));
    for (std::size_t index = 0; const RequestRecord &request : timeline.requests())
        addRequest(events, {requestsGroup, lanes[index++] + 1}, request, now);
}

void addCounters(TraceEvents &events, const Timeline &timeline, SteadyTime now)
{
    const QList<InFlightStep> steps = inFlightSteps(timeline);
    for (const InFlightStep &step : steps)
        events.addCount(u"in flight"_s, step.from, step.count);
    if (timeline.limit() == 0)
        return;
    events.addCount(u"limit"_s, timeline.started(), timeline.limit());
    events.addCount(u"limit"_s, now, timeline.limit());
}

void addWork(TraceEvents &events, const RequestRecord &request, SteadyTime now)
{
    const PoolWork &work = *request.work;
    const Track track{poolGroup, work.thread + 1};
    const SteadyTime end = work.ended.value_or(now);
    const SteadyTime checked = work.checked.value_or(end);
    const auto waited = std::chrono::floor<std::chrono::microseconds>(*work.started - work.queued).count();
    events.addSlice(track, request.code, *work.started, end,
        {{u"code"_s, request.code}, {u"waited_us"_s, qint64(waited)}});
    events.addSlice(track, u"checking"_s, *work.started, checked, {});
    if (work.checked)
        events.addSlice(track, u"saving"_s, checked, end, {});
}

void addPool(TraceEvents &events, const Timeline &timeline, SteadyTime now)
{
    int threads = 0;
    for (const RequestRecord &request : timeline.requests()) {
        if (!request.work || !request.work->started)
            continue;
        threads = std::max(threads, request.work->thread + 1);
        addWork(events, request, now);
    }
    if (threads > 0)
        events.nameGroup(poolGroup, u"Pool threads"_s);
    for (int thread = 1; thread <= threads; ++thread)
        events.nameTrack({poolGroup, thread}, u"pool thread %1"_s.arg(thread));
}

} // namespace

QByteArray chromeTrace(const Timeline &timeline, SteadyTime now)
{
    const SteadyTime end = timeline.endOr(now);
    TraceEvents events(timeline.started());
    addRequests(events, timeline, end);
    addCounters(events, timeline, end);
    addPool(events, timeline, end);
    return QJsonDocument(QJsonObject{{u"displayTimeUnit"_s, u"ms"_s}, {u"traceEvents"_s, events.events()}})
        .toJson(QJsonDocument::Compact);
}
