#include "app/timeline/chrometrace.h"

#include "app/timeline/requestoutcome.h"
#include "app/timeline/traceevents.h"
#include "app/timeline/tracerows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The groups of tracks.
constexpr int requestsGroup = 1;
constexpr int poolGroup = 2;
constexpr int loopGroup = 3;

QString nameOf(const RequestRecord &request)
{
    return request.code.isEmpty() ? partWord(request.part) : request.code + u' ' + partWord(request.part);
}

JsonText argumentsOf(const RequestRecord &request)
{
    JsonText arguments;
    arguments.add("code", request.code)
        .add("part", partWord(request.part))
        .add("source", request.sourceId)
        .add("url", request.url)
        .add("tries", request.tries.size())
        .add("bytes", request.bytes)
        .add("result", resultWord(request));
    if (!request.tries.isEmpty())
        arguments.add("status", request.tries.last().status);
    return arguments;
}

JsonText argumentsOf(const RequestRecord &request, qsizetype number)
{
    const RequestTry &one = request.tries.at(number);
    return JsonText()
        .add("try", number + 1)
        .add("connection", one.isNewConnection ? u"new"_s : u"reused"_s)
        .add("status", one.status)
        .add("outcome", tryWord(request, number));
}

void addTry(TraceEvents &events, const TraceTrack &track, const RequestRecord &request, qsizetype number,
    SteadyTime end)
{
    const RequestTry &one = request.tries.at(number);
    const JsonText arguments = argumentsOf(request, number);
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
    events.addSlice(track, u"pause before a retry"_s, ended, next);
}

/// The slice of the request, and inside it those of its phases.
void addRequest(TraceEvents &events, const TraceTrack &track, const RequestRecord &request, SteadyTime now)
{
    const auto [begin, end] = spanOf(request, now);
    events.addSlice(track, nameOf(request), begin, end, argumentsOf(request));
    const SteadyTime firstSent = request.tries.isEmpty() ? end : request.tries.first().sent;
    events.addSlice(track, u"waiting for a slot"_s, begin, firstSent);
    for (qsizetype number = 0; number < request.tries.size(); ++number)
        addTry(events, track, request, number, end);
    if (request.wasCancelled)
        events.addMark(track, u"cancelled"_s, end);
}

void addRequests(TraceEvents &events, const Timeline &timeline, SteadyTime now)
{
    events.nameGroup(requestsGroup, u"Requests"_s);
    const std::vector<int> rows = rowsOf(timeline, now);
    const int count = rows.empty() ? 0 : *std::ranges::max_element(rows) + 1;
    for (int row = 1; row <= count; ++row)
        events.nameTrack({requestsGroup, row}, u"row %1"_s.arg(row));
    for (std::size_t index = 0; const RequestRecord &request : timeline.requests())
        addRequest(events, {requestsGroup, rows[index++] + 1}, request, now);
}

void addCounters(TraceEvents &events, const Timeline &timeline, SteadyTime now)
{
    const QList<InFlightStep> steps = inFlightSteps(timeline);
    for (const InFlightStep &step : steps)
        events.addCount(requestsGroup, u"in flight"_s, step.from, step.count);
    if (timeline.limit() == 0)
        return;
    events.addCount(requestsGroup, u"limit"_s, timeline.started(), timeline.limit());
    events.addCount(requestsGroup, u"limit"_s, now, timeline.limit());
}

void addWork(TraceEvents &events, const RequestRecord &request, SteadyTime now)
{
    const PoolWork &work = *request.work;
    const TraceTrack track{poolGroup, work.thread + 1};
    const SteadyTime end = work.ended.value_or(now);
    const SteadyTime checked = work.checked.value_or(end);
    const auto waited = std::chrono::floor<std::chrono::microseconds>(*work.started - work.queued).count();
    events.addSlice(track, request.code, *work.started, end,
        JsonText().add("code", request.code).add("waited_us", qint64(waited)));
    events.addSlice(track, u"checking"_s, *work.started, checked);
    if (work.checked)
        events.addSlice(track, u"saving"_s, checked, end);
    if (work.failure)
        events.addMark(track, u"failed"_s, end, JsonText().add("outcome", failureWord(work.failure->kind)));
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

void addLoop(TraceEvents &events, const Timeline &timeline)
{
    if (timeline.loopBlocks().isEmpty())
        return;
    const TraceTrack track{loopGroup, 1};
    events.nameGroup(loopGroup, u"Event loop"_s);
    events.nameTrack(track, u"event loop"_s);
    for (const LoopBlock &block : timeline.loopBlocks())
        events.addSlice(track, u"blocked"_s, block.from, block.to,
            JsonText().add("wanted_ms", qint64(block.wanted.count())));
}

} // namespace

QByteArray chromeTrace(const Timeline &timeline, SteadyTime now)
{
    const SteadyTime end = timeline.endOr(now);
    TraceEvents events(timeline.started());
    addRequests(events, timeline, end);
    addCounters(events, timeline, end);
    addPool(events, timeline, end);
    addLoop(events, timeline);
    return events.json();
}
