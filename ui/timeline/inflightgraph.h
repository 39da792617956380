#pragma once

#include "app/timeline/timeline.h"

#include <QList>

#include <vector>

class QPainter;
class QPalette;
class QRect;
class TextCache;
class TimeScale;

/// The number of requests in flight during a run.
struct InFlightLine
{
    QList<InFlightStep> steps;
    SteadyTime started; ///< of the run
    SteadyTime until; ///< its end, or now
    int limit = 0; ///< 0: unknown

    [[nodiscard]] int most() const;
};

/// The line of a timeline until its end, or until `now`.
[[nodiscard]] InFlightLine inFlightLineOf(const Timeline &timeline, SteadyTime now);

/// The greatest number in each of `width` pixels, so that a line costs the same for any number of requests.
/// -1 where the line has not begun or has ended.
[[nodiscard]] std::vector<int> columnsOf(const InFlightLine &line, const TimeScale &time, int width);

/// Draws the line with the limit, and the line of another run in the same scale, which may be null.
void paintInFlight(QPainter &painter, const QRect &area, const TimeScale &time, const InFlightLine &line,
    const InFlightLine *compared, const QPalette &palette, TextCache &texts);
