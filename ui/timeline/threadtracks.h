#pragma once

#include "ui/timeline/phase.h"

#include <QColor>

#include <array>

class QPainter;
class Timeline;
class TimelineLayout;

/// Draws what the threads of the pool have done, one track for each. Work that is too short for its forms is
/// drawn together with that beside it, so that the cost depends on the width and not on the requests.
void paintTracks(QPainter &painter, const TimelineLayout &layout, const Timeline &timeline, SteadyTime now,
    const std::array<QColor, allPhases.size()> &colours);
