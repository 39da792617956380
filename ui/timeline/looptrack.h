#pragma once

class QColor;
class QPainter;
class Timeline;
class TimelineLayout;

/// Draws the sleeps of a blocked event loop into their band.
void paintLoop(
    QPainter &painter, const TimelineLayout &layout, const Timeline &timeline, const QColor &colour);
