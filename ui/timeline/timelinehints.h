// What is at a point of a timeline, and what people read about it.
#pragma once

#include <QPoint>
#include <QString>

#include <optional>

class TimelineLayout;
class TimelinePainter;
struct TimelineScene;

/// The row of the request that is there, in the rows or in the tracks of the threads.
[[nodiscard]] std::optional<int> rowAt(
    const QPoint &point, const TimelineLayout &layout, const TimelineScene &scene);

/// What happened to the request of a row, as lines. `painter` has the names of the countries.
[[nodiscard]] QString describedRow(
    int row, const TimelineLayout &layout, const TimelineScene &scene, const TimelinePainter &painter);

/// The text of the tooltip: the request that is there, or what the band of the timeline shows. May be empty.
[[nodiscard]] QString hintAt(const QPoint &point, const TimelineLayout &layout, const TimelineScene &scene,
    const TimelinePainter &painter);
