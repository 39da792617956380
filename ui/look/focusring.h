#pragma once

#include <QColor>

class QPainter;
class QPalette;
class QRect;

/// The colour of a focus ring on `ground`: the palette's highlight, darkened or lightened until its contrast
/// with the ground is well above the 3:1 of WCAG 2.2 (1.4.11 and 2.4.13).
[[nodiscard]] QColor focusColour(const QPalette &palette, const QColor &ground);

/// Draws a ring, 2 device-independent pixels wide, inside of `area`. Every control and every cell of the grid
/// shows the focus with it.
void paintFocusRing(QPainter &painter, const QRect &area, const QColor &colour);
