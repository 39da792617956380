#include "ui/look/outline.h"

#include "ui/look/stateappearance.h"

#include <QPainter>
#include <QPalette>

#include <algorithm>

namespace {
constexpr double edgeContrast = 3.5; // above 3, because a smooth edge is a little lighter
constexpr qreal roundness = 2; // device-independent pixels, as in Fusion
} // namespace

QColor outlineColour(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::WindowText);
    for (int percent = 30; percent < 100; percent += 5) {
        const QColor colour = blend(text, window, percent / 100.0);
        if (std::min(contrastRatio(colour, window), contrastRatio(colour, base)) >= edgeContrast)
            return colour;
    }
    return text;
}

void paintOutline(QPainter &painter, const QRect &area, const QColor &colour, OutlineShape shape)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    const QRectF edge = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5);
    if (shape == OutlineShape::Ellipse)
        painter.drawEllipse(edge);
    else
        painter.drawRoundedRect(edge, roundness, roundness);
    painter.restore();
}
