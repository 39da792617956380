#include "app/measuring/measurement.h"

#include "app/language/csvline.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

void addTimesOf(const RequestRecord &request, MeasuredRun &run, int &tries)
{
    for (const RequestTry &one : request.tries) {
        if (!one.ended)
            continue;
        const MeasuredRun::Duration took = *one.ended - one.sent;
        run.averageTime += took;
        run.longestTime = std::max(run.longestTime, took);
        run.refused += one.wasThrottled ? 1 : 0;
        ++tries;
    }
    run.requests += request.tries.isEmpty() ? 0 : 1;
}

QString numberText(double number)
{
    return QString::number(number, 'f', 1);
}

} // namespace

MeasuredRun measuredRun(int limit, const Timeline &timeline, const BatchProgress &progress)
{
    const TimelineFigures figures = figuresOf(timeline, timeline.endOr(timeline.started()));
    MeasuredRun run{.limit = limit,
        .effectiveLimit = timeline.limit() > 0 ? timeline.limit() : limit,
        .elapsed = figures.elapsed,
        .summedTime = figures.oneAtATime,
        .mostInFlight = figures.mostInFlight,
        .fetched = progress.fetched,
        .notFound = progress.notFound,
        .failed = progress.failed,
        .retries = figures.retries,
        .bytes = figures.bytes};
    int tries = 0;
    for (const RequestRecord &request : timeline.requests())
        addTimesOf(request, run, tries);
    if (tries > 0)
        run.averageTime /= tries;
    return run;
}

Measurement::Duration Measurement::sequentialTime() const
{
    if (runs.isEmpty())
        return Duration::zero();
    return isSequentialTimeMeasured() ? runs.first().elapsed : runs.first().summedTime;
}

bool Measurement::isSequentialTimeMeasured() const
{
    return !runs.isEmpty() && runs.first().limit == 1;
}

double Measurement::speedUp(const MeasuredRun &run) const
{
    return run.elapsed.count() == 0 ? 0 : double(sequentialTime().count()) / double(run.elapsed.count());
}

QByteArray measurementCsv(const Measurement &measurement)
{
    QString table = csvLine({u"limit"_s, u"ms"_s, u"ideal_ms"_s, u"speed_up"_s, u"one_at_a_time_ms"_s,
        u"most_in_flight"_s, u"requests"_s, u"average_request_ms"_s, u"longest_request_ms"_s, u"fetched"_s,
        u"not_found"_s, u"failed"_s, u"retries"_s, u"refused"_s, u"bytes"_s, u"effective_limit"_s});
    for (const MeasuredRun &run : measurement.runs) {
        const auto milliseconds
            = [](MeasuredRun::Duration duration) { return numberText(roundedMilliseconds(duration)); };
        table += csvLine({QString::number(run.limit), milliseconds(run.elapsed),
            milliseconds(measurement.idealTime(run)), QString::number(measurement.speedUp(run), 'f', 2),
            milliseconds(run.summedTime), QString::number(run.mostInFlight), QString::number(run.requests),
            milliseconds(run.averageTime), milliseconds(run.longestTime), QString::number(run.fetched),
            QString::number(run.notFound), QString::number(run.failed), QString::number(run.retries),
            QString::number(run.refused), QString::number(run.bytes), QString::number(run.effectiveLimit)});
    }
    return table.toUtf8();
}

double roundedMilliseconds(MeasuredRun::Duration duration)
{
    return std::round(double(duration.count()) / 1e5) / 10;
}
