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

// One JSON object on one line. docs/JSON.md lists the members.
[[nodiscard]] QByteArray measuredJsonLine(const Measurement &measurement, const MeasuredRun &run);
[[nodiscard]] QByteArray conclusionJsonLine(const Conclusion &conclusion);
