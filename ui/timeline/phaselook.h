#pragma once

#include "ui/timeline/phase.h"

#include <QColor>
#include <QPen>

class QPainter;
class QPalette;
class QPointF;
class QRectF;

// How phases and marks look in the timeline and in its legend. No two phases have the same form and no two
// marks the same shape, so that none depends on its colour.

/// Has a contrast of at least 3:1 with the palette's base, also on a row that is highlighted.
[[nodiscard]] QColor phaseColour(Phase phase, const QPalette &palette);
[[nodiscard]] QColor markColour(Mark mark, const QPalette &palette);

/// The line of the number in flight, and that of the run it is compared with.
[[nodiscard]] QColor inFlightColour(const QPalette &palette);
[[nodiscard]] QColor comparedColour(const QPalette &palette);

/// A sleep of a blocked event loop.
[[nodiscard]] QColor blockedColour(const QPalette &palette);

/// The background of the row under the mouse or of the current row.
[[nodiscard]] QColor rowTint(const QPalette &palette);

/// Draws a phase into its part of a bar, which has the height of the whole bar. The part should be clipped to
/// what is visible, because patterns are drawn mark by mark.
void paintPhase(QPainter &painter, const QRectF &part, Phase phase, const QColor &colour);

/// Draws a sleep of a blocked event loop like a ladder. Clip the part as for paintPhase().
void paintBlocked(QPainter &painter, const QRectF &part, const QColor &colour);

/// The dashed lines of the run that is compared, and of the limit.
[[nodiscard]] QPen comparedPen(const QPalette &palette);
[[nodiscard]] QPen limitPen(const QPalette &palette);

/// Draws the shape of a mark, `side` device-independent pixels wide, with a margin in the palette's base.
void paintMark(QPainter &painter, const QPointF &centre, double side, Mark mark, const QPalette &palette);
