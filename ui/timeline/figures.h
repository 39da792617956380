#pragma once

#include "app/timeline/timeline.h"

#include <QString>

#include <array>

/// A number beside the timeline.
enum class Figure {
    Elapsed,
    OneAtATime,
    SpeedUp,
    Requests, ///< per second
    Bytes, ///< per second
    MedianWait,
    LongWait, ///< 95th percentile
    InFlight,
    MostInFlight,
    Retries,
    Failures,
    NewConnections,
    ReusedConnections,
};

inline constexpr std::array allFigures{Figure::Elapsed, Figure::OneAtATime, Figure::SpeedUp, Figure::Requests,
    Figure::Bytes, Figure::MedianWait, Figure::LongWait, Figure::InFlight, Figure::MostInFlight,
    Figure::Retries, Figure::Failures, Figure::NewConnections, Figure::ReusedConnections};

/// All figures of a run at one moment.
struct RunFigures
{
    TimelineFigures figures;
    int inFlight = 0;
    int limit = 0; ///< 0: unknown
};

[[nodiscard]] RunFigures runFiguresOf(const Timeline &timeline, SteadyTime now);

// Texts for people: the name, one plain sentence, and the value.
[[nodiscard]] QString nameOf(Figure figure);
[[nodiscard]] QString explanationOf(Figure figure);
/// Says also why the value is unknown, if it is for this run.
[[nodiscard]] QString explanationOf(Figure figure, const RunFigures &run);
[[nodiscard]] QString valueOf(Figure figure, const RunFigures &run);
