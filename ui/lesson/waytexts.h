// What the window of the three ways says, in the language of the interface.
#pragma once

#include "app/lesson/threeways.h"

#include <QList>
#include <QString>

#include <array>

struct LegendEntry;

/// What a way costs besides time.
enum class Cost {
    Threads,
    Memory,
    ProcessorTime,
};

inline constexpr std::array allCosts{Cost::Threads, Cost::Memory, Cost::ProcessorTime};

/// What the timelines of the ways can show: nothing is saved, and the server does not fail.
[[nodiscard]] QList<LegendEntry> lessonLegend();

[[nodiscard]] QString titleOf(Way way);
/// One sentence: how the way works.
[[nodiscard]] QString explanationOf(Way way);

[[nodiscard]] QString nameOf(Cost cost);
/// One sentence: what the number is and how it is measured.
[[nodiscard]] QString explanationOf(Cost cost);
/// The same for the speed-up, which here has the measured time of the first way and no sum.
[[nodiscard]] QString explanationOfSpeedUp();
[[nodiscard]] QString valueOf(Cost cost, const WayResult &result);

/// How a way ended: "20 flags", "12 flags, 8 failed", "cancelled".
[[nodiscard]] QString outcomeOf(const WayResult &result);

/// What the ways show together; why there is nothing to compare if one of them was cancelled or failed.
/// `results` has those that have ended, in the order of allWays.
[[nodiscard]] QString conclusionOf(const QList<WayResult> &results);
