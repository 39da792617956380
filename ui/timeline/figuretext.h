// Numbers of a timeline as text for people, in the language of the interface.
#pragma once

#include "app/timeline/timeline.h"

#include <QString>

/// "0.4 ms", "12 ms", "1.25 s", "107 s": three digits at most, which is what people compare.
[[nodiscard]] QString shortDuration(Timeline::Duration duration);

/// "3.2 kB"
[[nodiscard]] QString shortSize(double bytes);

/// "12.4 times"; a dash if it is unknown.
[[nodiscard]] QString timesFaster(double factor);

/// "35.2" with one decimal below 100.
[[nodiscard]] QString shortNumber(double number);

/// What happened to a request, as lines: the country and the part, one line for each phase with its duration,
/// the connection, and the result. `name` is that of the country.
[[nodiscard]] QString describedRequest(
    const RequestRecord &request, const QString &name, const Timeline &timeline, SteadyTime now);
