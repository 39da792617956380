#pragma once

#include "app/timeline/timeline.h"

/// Replays runs with known times.
namespace replay {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

inline constexpr SteadyTime runStart{1000s};

inline SteadyTime at(std::chrono::microseconds time)
{
    return runStart + time;
}

inline RequestRecord queued(const QString &code, std::chrono::microseconds time)
{
    return {.code = code, .sourceId = u"test"_s, .url = u"http://test/"_s + code, .queued = at(time)};
}

/// Queued at 0, sent on a connection that exists; the response begins after half of the time.
inline void addRequest(
    RequestLog &log, const QString &code, std::chrono::microseconds sent, std::chrono::microseconds ended)
{
    const auto id = log.add(queued(code, 0ms));
    log.addTry(id, at(sent));
    log.setFirstByte(id, at((sent + ended) / 2), 200);
    log.finish(id, at(ended), 1000);
}

inline Timeline timelineOf(RequestLog &log)
{
    Timeline timeline;
    timeline.update(log.takeChanges());
    return timeline;
}

/// A run with everything that a timeline can have, 1 s long, with a limit of 3:
///   CN picture   queued 0, sent 10 on a new connection, header 50, ended 80.5; saved in thread 0
///   CN metadata  queued 0, sent 10, redirected 30, ended 40
///   IN picture   queued 1, throttled at 60 (sent 20), sent again 560, ended 600; saved in thread 1
///   US picture   queued 80.5, timeout 180 (sent 81), sent 200, 404 at 210
///   names        queued 90, cancelled at 95 before it was sent
///   BR picture   queued 100, sent 110, lost at 120, cancelled at 1000 while it waits
inline void addEverything(RequestLog &log)
{
    log.begin(at(0ms));
    log.setLimit(3);
    const auto picture = log.add(queued(u"CN"_s, 0ms));
    RequestRecord metadataRecord = queued(u"CN"_s, 0ms);
    metadataRecord.part = RequestPart::Metadata;
    const auto metadata = log.add(metadataRecord);
    const auto throttled = log.add(queued(u"IN"_s, 1ms));
    log.addTry(picture, at(10ms));
    log.setNewConnection(picture);
    log.addTry(metadata, at(10ms));
    log.addTry(throttled, at(20ms));
    log.setFirstByte(metadata, at(30ms), 302);
    log.addTry(metadata, at(30ms));
    log.setFirstByte(metadata, at(35ms), 200);
    log.finish(metadata, at(40ms), 20);
    log.setFirstByte(picture, at(50ms), 200);
    log.setFirstByte(throttled, at(60ms), 429);
    log.failTry(throttled, at(60ms), {FailureKind::ServerError, 429, {}}, true);
    log.finish(picture, at(80'500us), 1000);
    log.setWork(picture,
        {.queued = at(80'600us), .started = at(81ms), .checked = at(85ms), .ended = at(90ms), .thread = 0});
    const auto missing = log.add(queued(u"US"_s, 80'500us));
    log.addTry(missing, at(81ms));
    RequestRecord namesRecord = queued({}, 90ms);
    namesRecord.part = RequestPart::Names;
    log.cancel(log.add(namesRecord), at(95ms));
    const auto lost = log.add(queued(u"BR"_s, 100ms));
    log.addTry(lost, at(110ms));
    log.failTry(lost, at(120ms), {FailureKind::ConnectionLost, 0, {}}, false);
    log.failTry(missing, at(180ms), {FailureKind::Timeout, 0, {}}, false);
    log.addTry(missing, at(200ms));
    log.setFirstByte(missing, at(210ms), 404);
    log.fail(missing, at(210ms), {FailureKind::NotFound, 404, {}});
    log.addTry(throttled, at(560ms));
    log.setFirstByte(throttled, at(580ms), 200);
    log.finish(throttled, at(600ms), 1000);
    log.setWork(throttled,
        {.queued = at(600ms),
            .started = at(610ms),
            .checked = {},
            .ended = at(620ms),
            .thread = 1,
            .failure = Failure{FailureKind::NotAPicture, 0, {}}});
    log.end(at(1s));
}

} // namespace replay
