#include "ui/details/picturepainter.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"

#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace {

constexpr qsizetype longestCode = 8; // characters
constexpr double checkerContrast = 0.1; // share of the text colour in the darker squares
constexpr double pixelated = 4; // factor from which on the pixels of a raster are shown as squares

QPixmap checkerboard(const QPalette &palette, qreal pixelRatio)
{
    const int side = qRound(CellMetrics::unit * pixelRatio);
    const QColor light = palette.color(QPalette::Base);
    const QColor dark = blend(palette.color(QPalette::Text), light, checkerContrast);
    QPixmap tile(2 * side, 2 * side);
    tile.fill(light);
    QPainter painter(&tile);
    painter.fillRect(0, 0, side, side, dark);
    painter.fillRect(side, side, side, side, dark);
    return tile;
}

/// In the device pixels of the view, and on their borders.
QRectF inDevicePixels(const QRectF &place, const QImage &picture, qreal pixelRatio)
{
    QSizeF size = place.size() * pixelRatio;
    const QSizeF pixels = picture.size().toSizeF();
    if (std::abs(size.width() - pixels.width()) <= 1 && std::abs(size.height() - pixels.height()) <= 1)
        size = pixels;
    return {(place.topLeft() * pixelRatio).toPoint().toPointF(), size};
}

void drawEdge(QPainter &painter, const QRectF &place, const QPalette &palette)
{
    QColor edge = palette.color(QPalette::Text);
    edge.setAlphaF(0.2F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(edge, 1));
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace

QSizeF fittedSize(const QImage &picture, const QSizeF &natural, const QSizeF &area)
{
    if (picture.isNull() || area.isEmpty())
        return {};
    const QSizeF fitted = picture.size().toSizeF().scaled(area, Qt::KeepAspectRatio);
    return !natural.isEmpty() && natural.width() < fitted.width() ? natural : fitted;
}

QPixmap visiblePart(const QImage &picture, const QRectF &place, const ViewSize &view, const QPalette &palette)
{
    const QSize size = (view.size.toSizeF() * view.pixelRatio).toSize();
    QPixmap shown(size);
    if (shown.isNull())
        return shown;
    shown.fill(Qt::transparent);
    QPainter painter(&shown);
    const QRectF whole = inDevicePixels(place, picture, view.pixelRatio);
    const QRectF visible = whole & QRectF({}, size.toSizeF());
    if (picture.hasAlphaChannel())
        painter.drawTiledPixmap(
            visible, checkerboard(palette, view.pixelRatio), visible.topLeft() - whole.topLeft());
    const double scale = whole.width() / picture.width();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < pixelated);
    const QRectF source((visible.topLeft() - whole.topLeft()) / scale, visible.size() / scale);
    painter.drawImage(visible, picture, source);
    drawEdge(painter, whole, palette);
    painter.end();
    shown.setDevicePixelRatio(view.pixelRatio);
    return shown;
}

void paintPlaceholder(QPainter &painter, const QRectF &area, const QString &text, const QPalette &palette)
{
    constexpr double radius = CellMetrics::unit / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(palette.color(QPalette::Text), palette.color(QPalette::Window), 0.06));
    painter.drawRoundedRect(area, radius, radius);
    painter.setPen(mutedText(palette));
    if (text.size() <= longestCode) {
        QFont large = painter.font();
        large.setPixelSize(std::max(1, int(area.height() / 4)));
        large.setWeight(QFont::Light);
        painter.setFont(large);
    }
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, text);
    painter.restore();
}
