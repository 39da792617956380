// Separate from pictureformat.h, because these functions need decoded images.
#pragma once

#include <QImage>

/// Removes the rows and columns at the edges whose pixels all have an alpha below `leastAlpha` (0 to 255). At
/// least one row and column remain. The image must be ARGB32.
[[nodiscard]] QImage withoutClearMargins(const QImage &image, int leastAlpha);

/// How different two pictures look: 0 if they are equal, 100 for black and white. Size, ratio, format and
/// transparent margins have little influence: both pictures are trimmed, scaled to the same small size, and
/// compared in CIE L*a*b* where both are opaque. Call it on the pool.
[[nodiscard]] double pictureDistance(const QImage &one, const QImage &other);
