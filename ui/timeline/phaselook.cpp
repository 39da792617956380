#include "ui/timeline/phaselook.h"

#include "ui/look/stateappearance.h"

#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace {

constexpr double leastContrast = 3.4; // with the base; 3:1 remains on rowTint()
constexpr double narrowest = 4; // device-independent pixels: a narrower part shows no pattern

bool isDarkBase(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    return contrastRatio(Qt::white, base) > contrastRatio(Qt::black, base);
}

QColor usable(const QColor &onLight, const QColor &onDark, const QPalette &palette)
{
    return readableGround(
        isDarkBase(palette) ? onDark : onLight, palette.color(QPalette::Base), leastContrast);
}

/// The middle part of the bar, with this share of its height.
QRectF middleOf(const QRectF &part, double share)
{
    const double height = std::max(1.0, std::round(part.height() * share));
    return {part.left(), part.top() + std::floor((part.height() - height) / 2), part.width(), height};
}

void paintOutline(QPainter &painter, const QRectF &part, const QColor &colour)
{
    if (part.width() < narrowest)
        return painter.fillRect(middleOf(part, 0.2), colour);
    painter.fillRect(QRectF(part.left(), part.top(), part.width(), 1), colour);
    painter.fillRect(QRectF(part.left(), part.bottom() - 1, part.width(), 1), colour);
    painter.fillRect(QRectF(part.left(), part.top(), 1, part.height()), colour);
    painter.fillRect(QRectF(part.right() - 1, part.top(), 1, part.height()), colour);
}

/// Pieces of this length with gaps of the same length.
void paintPieces(QPainter &painter, const QRectF &part, double length, const QColor &colour)
{
    if (part.width() < narrowest)
        return painter.fillRect(part, colour);
    const int pieces = int(std::ceil(part.width() / (2 * length)));
    for (int piece = 0; piece < pieces; ++piece) {
        const double x = part.left() + piece * 2 * length;
        painter.fillRect(QRectF(x, part.top(), std::min(length, part.right() - x), part.height()), colour);
    }
}

void paintTriple(QPainter &painter, const QRectF &part, const QColor &colour)
{
    if (part.height() < 3)
        return painter.fillRect(part, colour);
    for (const double share : {0.0, 0.5, 1.0}) {
        const double top = part.top() + std::floor((part.height() - 1) * share);
        painter.fillRect(QRectF(part.left(), top, part.width(), 1), colour);
    }
}

void paintDouble(QPainter &painter, const QRectF &part, const QColor &colour)
{
    if (part.height() < 5)
        return painter.fillRect(part, colour);
    const double gap = std::max(1.0, std::round(part.height() / 5));
    const double line = std::floor((part.height() - gap) / 2);
    painter.fillRect(QRectF(part.left(), part.top(), part.width(), line), colour);
    painter.fillRect(QRectF(part.left(), part.bottom() - line, part.width(), line), colour);
}

QPolygonF polygon(std::initializer_list<QPointF> points)
{
    return {QList<QPointF>(points)};
}

QPainterPath shapeOf(Mark mark, double half)
{
    QPainterPath shape;
    switch (mark) {
    case Mark::NewConnection:
        shape.addEllipse(QPointF(), half * 0.7, half * 0.7);
        break;
    case Mark::Retry:
        shape.addPolygon(polygon({{0, -half}, {half, half}, {-half, half}, {0, -half}}));
        break;
    case Mark::Throttled:
        shape.addRect(-half, -half, half * 0.8, 2 * half);
        shape.addRect(half * 0.2, -half, half * 0.8, 2 * half);
        break;
    case Mark::NotFound:
        shape.addPolygon(polygon({{0, -half}, {half, 0}, {0, half}, {-half, 0}, {0, -half}}));
        break;
    case Mark::Failed:
        shape.moveTo(-half, -half);
        shape.lineTo(half, half);
        shape.moveTo(half, -half);
        shape.lineTo(-half, half);
        break;
    case Mark::Cancelled:
        shape.addRect(-half, -half, 2 * half, 2 * half);
        break;
    }
    return shape;
}

bool isHollow(Mark mark)
{
    return mark == Mark::NotFound || mark == Mark::Failed || mark == Mark::Cancelled;
}

} // namespace

QColor phaseColour(Phase phase, const QPalette &palette)
{
    switch (phase) {
    case Phase::Slot:
    case Phase::Pause:
    case Phase::Thread:
        return mutedText(palette);
    case Phase::Server:
        return usable({0xc2, 0x70, 0x08}, {0xe3, 0xa5, 0x3f}, palette);
    case Phase::Receiving:
        return usable({0x1d, 0x6a, 0xc2}, {0x63, 0xa9, 0xf5}, palette);
    case Phase::Checking:
        return usable({0x7a, 0x48, 0xb5}, {0xc3, 0x9a, 0xf2}, palette);
    case Phase::Saving:
        return usable({0x1b, 0x7a, 0x44}, {0x5c, 0xc9, 0x86}, palette);
    }
    Q_UNREACHABLE();
}

QColor markColour(Mark mark, const QPalette &palette)
{
    switch (mark) {
    case Mark::NewConnection:
        return palette.color(QPalette::Text);
    case Mark::Retry:
    case Mark::Throttled:
    case Mark::NotFound:
        return stateColour(FlagState::NotFound, palette);
    case Mark::Failed:
        return stateColour(FlagState::Failed, palette);
    case Mark::Cancelled:
        return mutedText(palette);
    }
    Q_UNREACHABLE();
}

QColor inFlightColour(const QPalette &palette)
{
    return phaseColour(Phase::Receiving, palette);
}

QColor comparedColour(const QPalette &palette)
{
    return phaseColour(Phase::Server, palette);
}

QColor blockedColour(const QPalette &palette)
{
    return stateColour(FlagState::Failed, palette);
}

QPen comparedPen(const QPalette &palette)
{
    QPen pen(comparedColour(palette), 2);
    pen.setDashPattern({3, 1.5});
    return pen;
}

QPen limitPen(const QPalette &palette)
{
    QPen pen(mutedText(palette), 1);
    pen.setDashPattern({5, 4});
    return pen;
}

QColor rowTint(const QPalette &palette)
{
    return hoveredTint(palette.color(QPalette::Base), palette);
}

void paintPhase(QPainter &painter, const QRectF &part, Phase phase, const QColor &colour)
{
    switch (phase) {
    case Phase::Slot:
        return paintOutline(painter, middleOf(part, 0.7), colour);
    case Phase::Server:
        return painter.fillRect(middleOf(part, 0.45), colour);
    case Phase::Receiving:
        return painter.fillRect(part, colour);
    case Phase::Pause:
        return paintPieces(painter, middleOf(part, 0.25), 2, colour);
    case Phase::Thread:
        return painter.fillRect(middleOf(part, 0.1), colour);
    case Phase::Checking:
        return paintTriple(painter, part, colour); // three lines, because a track may be full of it
    case Phase::Saving:
        return paintDouble(painter, part, colour);
    }
}

void paintBlocked(QPainter &painter, const QRectF &part, const QColor &colour)
{
    constexpr double rung = 2; // device-independent pixels
    paintPieces(painter, part, rung, colour);
    paintOutline(painter, part, colour);
}

void paintMark(QPainter &painter, const QPointF &centre, double side, Mark mark, const QPalette &palette)
{
    constexpr double line = 2; // device-independent pixels, also of the margin
    const QColor base = palette.color(QPalette::Base);
    const QColor colour = markColour(mark, palette);
    const QPainterPath shape = shapeOf(mark, side / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(QPen(base, isHollow(mark) ? 2 * line : line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    if (isHollow(mark)) {
        if (mark != Mark::Failed)
            painter.fillPath(shape, base);
        painter.setPen(QPen(colour, line - 0.4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawPath(shape);
    } else {
        painter.fillPath(shape, colour);
    }
    painter.restore();
}
