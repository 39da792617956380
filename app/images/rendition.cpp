#include "app/images/rendition.h"

#include "app/images/picture.h"
#include "app/images/pngwriter.h"

#include <QBuffer>
#include <QHash>
#include <QImageWriter>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QImage cutToCircle(QImage image)
{
    QPainterPath corners;
    corners.addRect(image.rect());
    corners.addEllipse(image.rect()); // odd-even: what is not in the circle
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter.fillPath(corners, Qt::black);
    return image;
}

QByteArray webPFile(const QImage &image)
{
    constexpr int lossless = 100;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "webp");
    writer.setQuality(lossless);
    return writer.write(image) ? bytes : QByteArray();
}

QByteArray fileOf(const QImage &image, RenditionFormat format)
{
    switch (format) {
    case RenditionFormat::Png:
        return pngFile(image);
    case RenditionFormat::WebP:
        return webPFile(image);
    }
    Q_UNREACHABLE();
}

} // namespace

QString cropWord(Crop crop)
{
    switch (crop) {
    case Crop::None:
        return {};
    case Crop::Square:
        return u"square"_s;
    case Crop::Circle:
        return u"circle"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Crop> cropCalled(const QString &word)
{
    for (const Crop crop : {Crop::None, Crop::Square, Crop::Circle}) {
        if (cropWord(crop) == word)
            return crop;
    }
    return std::nullopt;
}

QString endingOf(RenditionFormat format)
{
    switch (format) {
    case RenditionFormat::Png:
        return u"png"_s;
    case RenditionFormat::WebP:
        return u"webp"_s;
    }
    Q_UNREACHABLE();
}

QImage drawnAtWidth(const Picture &picture, int width, Crop crop)
{
    const QSizeF natural = picture.naturalSize();
    const qreal side = std::min(natural.width(), natural.height());
    const QSizeF middle = crop == Crop::None ? natural : QSizeF(side, side);
    if (middle.isEmpty())
        return {};
    const int drawnWidth = picture.document() ? width : std::min(width, int(middle.width()));
    const qreal height = drawnWidth * middle.height() / middle.width();
    // A ribbon of a picture, far higher than wide, would need more memory than there is.
    constexpr qreal maximalHeight = 4.0 * maximalRenditionWidth;
    if (height > maximalHeight)
        return {};
    const QImage image = picture.middleDrawn(middle, QSize(drawnWidth, std::max(1, qRound(height))));
    return crop == Crop::Circle && !image.isNull() ? cutToCircle(image) : image;
}

std::variant<QList<Rendition>, Failure> renditionsOf(
    Picture &picture, const QList<RenditionOrder> &orders, Crop crop)
{
    if (!orders.isEmpty() && !picture.decode())
        return Failure{FailureKind::NotAPicture, 0, {}};
    QList<Rendition> renditions;
    QHash<int, QImage> drawn; // by width
    for (const RenditionOrder &order : orders) {
        QImage &image = drawn[order.width];
        if (image.isNull())
            image = drawnAtWidth(picture, order.width, crop);
        const QByteArray bytes = image.isNull() ? QByteArray() : fileOf(image, order.format);
        if (bytes.isEmpty())
            return Failure{FailureKind::TooLarge, 0, u"%1 px"_s.arg(order.width)};
        renditions.append({order, image.size(), bytes});
    }
    return renditions;
}
