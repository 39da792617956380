#pragma once

#include <QColor>

class QPainter;
class QPalette;
class QRect;

enum class OutlineShape {
    Box,
    Ellipse,
};

/// The colour of the edge of a control: its contrast is at least 3:1 on the palette's window and base (WCAG
/// 2, 1.4.11). Grey rather than the colour of text, where that is enough.
[[nodiscard]] QColor outlineColour(const QPalette &palette);

/// Draws the edge of a control, one device-independent pixel wide, inside `area`.
void paintOutline(QPainter &painter, const QRect &area, const QColor &colour, OutlineShape shape);
