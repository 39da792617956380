#pragma once

#include "app/timeline/timeline.h"

#include <chrono>
#include <tuple>

/// Runs with known times, for tests and benchmarks of the timeline.
namespace timelinerecords {

inline const SteadyTime runStart{std::chrono::seconds(1000)};

inline SteadyTime at(std::chrono::microseconds time)
{
    return runStart + time;
}

inline RequestRecord record(const QString &code, RequestPart part, std::chrono::milliseconds queued)
{
    return {.code = code,
        .part = part,
        .sourceId = QStringLiteral("test"),
        .url = QStringLiteral("http://test/") + code,
        .queued = at(queued)};
}

/// A request that is sent 10 ms after it is queued, gets its first byte after 50 ms more and ends after
/// another 20 ms.
inline RequestLog::Id addRequest(
    RequestLog &log, const QString &code, RequestPart part, std::chrono::milliseconds queued)
{
    using namespace std::chrono_literals;
    const auto id = log.add(record(code, part, queued));
    log.addTry(id, at(queued + 10ms));
    log.setFirstByte(id, at(queued + 60ms));
    log.finish(id, at(queued + 80ms), 3000);
    return id;
}

/// A picture that a thread checks from 90 ms to 95 ms and saves until 105 ms, and its metadata.
inline void addCountry(RequestLog &log, const QString &code, std::chrono::milliseconds queued, int thread = 0)
{
    using namespace std::chrono_literals;
    const auto picture = addRequest(log, code, RequestPart::Picture, queued);
    std::ignore = addRequest(log, code, RequestPart::Metadata, queued);
    log.setWork(picture,
        {.queued = at(queued + 85ms),
            .started = at(queued + 90ms),
            .checked = at(queued + 95ms),
            .ended = at(queued + 105ms),
            .thread = thread});
}

inline QString codeOf(int number)
{
    return QString(QChar(u'A' + number / 26)) + QChar(u'A' + number % 26);
}

/// A run of `countries` countries that begin 10 ms after each other, on two threads. It ends 200 ms after the
/// last one has begun.
inline Timeline runOf(int countries, int limit = 30)
{
    using namespace std::chrono_literals;
    RequestLog log;
    log.begin(runStart);
    log.setLimit(limit);
    for (int i = 0; i < countries; ++i)
        addCountry(log, codeOf(i), 10ms * i, i % 2);
    log.end(at(10ms * std::max(0, countries - 1) + 200ms));
    Timeline timeline;
    timeline.update(log.takeChanges());
    return timeline;
}

} // namespace timelinerecords
