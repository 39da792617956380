#pragma once

#include <QImage>

/// How different two pictures look: 0 for the same, 100 for black beside white. Size, ratio, format and
/// transparent margins make little difference: both are trimmed, brought into one small box, and compared as
/// the eye sees colours, where both have any. For the pool.
[[nodiscard]] double pictureDistance(const QImage &one, const QImage &other);
