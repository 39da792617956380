#include "ui/timeline/markimages.h"

#include "ui/timeline/phaselook.h"

#include <QPainter>

#include <cmath>

namespace {
constexpr double marginOfMark = 3; // device-independent pixels: half of the widest line, and its smooth edge
}

void MarkImages::prepare(double side, qreal pixelRatio, const QPalette &palette)
{
    if (side == m_side && pixelRatio == m_pixelRatio && palette.cacheKey() == m_paletteKey)
        return;
    m_side = side;
    m_pixelRatio = pixelRatio;
    m_paletteKey = palette.cacheKey();
    const int pixels = int(std::ceil((side + 2 * marginOfMark) * pixelRatio));
    for (const Mark mark : allMarks) {
        QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(pixelRatio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintMark(painter, QPointF(pixels / pixelRatio / 2, pixels / pixelRatio / 2), side, mark, palette);
        painter.end();
        m_images[std::size_t(mark)] = image;
    }
}

// At whole pixels, so that nothing is smoothed a second time.
void MarkImages::paint(QPainter &painter, const QPointF &centre, Mark mark) const
{
    const QImage &image = m_images[std::size_t(mark)];
    const double half = image.width() / m_pixelRatio / 2;
    const auto snapped
        = [this, half](double middle) { return std::round((middle - half) * m_pixelRatio) / m_pixelRatio; };
    painter.drawImage(QPointF(snapped(centre.x()), snapped(centre.y())), image);
}
