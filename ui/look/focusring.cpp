#include "ui/look/focusring.h"

#include "ui/look/stateappearance.h"

#include <QPainter>
#include <QPalette>

namespace {

// Far above 3, because styles draw the ground of a control lighter or darker than its palette.
constexpr double contrast = 7;

// Sizes in device-independent pixels.
constexpr qreal width = 2;
constexpr qreal radius = 3;

} // namespace

QColor focusColour(const QPalette &palette, const QColor &ground)
{
    const QColor colour = readableGround(palette.color(QPalette::Highlight), ground, contrast);
    if (contrastRatio(colour, ground) >= contrast)
        return colour;
    // On a ground of medium lightness, one of these has at least 4.5:1.
    return contrastRatio(Qt::black, ground) > contrastRatio(Qt::white, ground) ? Qt::black : Qt::white;
}

void paintFocusRing(QPainter &painter, const QRect &area, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        QRectF(area).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
    painter.restore();
}
