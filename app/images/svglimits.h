#pragma once

#include <QByteArray>

/// Whether an SVG holds more than any flag needs of what takes parsers quadratic time or much memory:
/// attributes of one element, and text that its entities expand to. Takes linear time. Counts bytes, which is
/// enough for every encoding that contains ASCII.
[[nodiscard]] bool exceedsSvgLimits(const QByteArray &bytes);
