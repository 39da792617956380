#include "app/render/drawnrenditions.h"

#include "app/render/decodedpicture.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QImage cutToCircle(QImage image)
{
    QPainterPath corners;
    corners.addRect(image.rect());
    corners.addEllipse(image.rect()); // with the odd-even rule: the area outside of the circle
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

Result<QImage> drawAtWidth(const DecodedPicture &picture, int width, Crop crop)
{
    const QSizeF natural = picture.naturalSize();
    const qreal side = std::min(natural.width(), natural.height());
    const QSizeF middle = crop == Crop::None ? natural : QSizeF(side, side);
    if (middle.isEmpty())
        return unexpected(Failure{FailureKind::DrawingFailed, 0, {}});
    const int drawnWidth = picture.document() ? width : std::min(width, int(middle.width()));
    const qreal height = drawnWidth * middle.height() / middle.width();
    // A picture that is far higher than wide would need too much memory.
    constexpr qreal maximalHeight = 4.0 * maximalRenditionWidth;
    if (height > maximalHeight)
        return unexpected(
            Failure{FailureKind::TooLarge, 0, u"%1 x %2"_s.arg(drawnWidth).arg(std::llround(height))});
    const QImage image = picture.drawMiddle(middle, QSize(drawnWidth, std::max(1, qRound(height))));
    if (image.isNull())
        return unexpected(Failure{FailureKind::DrawingFailed, 0, u"%1 px"_s.arg(width)});
    return crop == Crop::Circle ? cutToCircle(image) : image;
}

Result<QList<Rendition>> renditionsOf(DecodedPicture &picture, const QList<RenditionSpec> &specs, Crop crop)
{
    if (!specs.isEmpty() && !picture.decode())
        return unexpected(Failure{FailureKind::NotAPicture, 0, {}});
    // Sort by width, so that each width is drawn once and only one image is in memory.
    QList<qsizetype> sequence(specs.size());
    std::iota(sequence.begin(), sequence.end(), 0);
    std::ranges::stable_sort(sequence, {}, [&specs](qsizetype at) { return specs.at(at).width; });
    QList<Rendition> renditions(specs.size());
    QImage image;
    int width = 0;
    for (const qsizetype at : std::as_const(sequence)) {
        const RenditionSpec &spec = specs.at(at);
        if (spec.width != width) {
            image = {};
            const auto drawn = drawAtWidth(picture, spec.width, crop);
            if (!drawn)
                return unexpected(drawn.error());
            image = *drawn;
            if (isTransparent(image))
                return unexpected(Failure{FailureKind::BlankPicture, 0, {}});
            width = spec.width;
        }
        const QByteArray bytes = fileOf(image, spec.format);
        if (bytes.isEmpty())
            return unexpected(Failure{FailureKind::DrawingTooLarge, 0, u"%1 px"_s.arg(spec.width)});
        renditions[at] = {spec, image.size(), bytes};
    }
    return renditions;
}
