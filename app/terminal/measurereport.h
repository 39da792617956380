// The output of --measure-limits.
#pragma once

#include "app/measuring/conclusion.h"

#include <QByteArray>
#include <QString>

/// The heading of the lines for people.
[[nodiscard]] QString measuredHeading();
/// The figures of a run in columns, and a bar as long as its time. A mark in the bar shows the ideal time.
/// `run` is one of the measurement.
[[nodiscard]] QString measuredLine(const Measurement &measurement, const MeasuredRun &run);
/// What the bar and its mark mean.
[[nodiscard]] QString measuredLegend();
/// Which limits were not in effect, and how many requests at once were, in a sentence for each number. Empty
/// if every limit was in effect.
[[nodiscard]] QString loweredLimitsText(const Measurement &measurement);
/// Which flags were not found or failed, in one or two sentences. Empty if every run has fetched every flag.
[[nodiscard]] QString missingFlagsText(const Measurement &measurement);

// One JSON object on one line. docs/JSON.md lists the members.
[[nodiscard]] QByteArray measuredJsonLine(const Measurement &measurement, const MeasuredRun &run);
[[nodiscard]] QByteArray conclusionJsonLine(const Conclusion &conclusion);
