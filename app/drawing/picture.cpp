#include "app/drawing/picture.h"

#include "app/drawing/renderpool.h"
#include "app/images/pictureformat.h"

#include <algorithm>
#include <utility>

namespace {

/// How many renditions to draw in the next request, because the time per request is limited: at most as many
/// pixels as two of the largest square pictures, and at least one rendition.
qsizetype countForOneRequest(const QList<RenditionSpec> &renditions)
{
    constexpr qint64 maximalPixels = 2LL * maximalRenditionWidth * maximalRenditionWidth;
    qint64 pixels = 0;
    qsizetype count = 0;
    for (const RenditionSpec &spec : renditions) {
        pixels += qint64(spec.width) * spec.width;
        if (pixels > maximalPixels)
            break;
        ++count;
    }
    return std::max<qsizetype>(count, 1);
}

bool isAnswerTo(const PictureAnswer &answer, const PictureDrawing &drawing)
{
    const QSize size = answer.fitted.size();
    const bool fits = drawing.box.isEmpty()
        ? answer.fitted.isNull()
        : !size.isEmpty() && size.width() <= drawing.box.width() && size.height() <= drawing.box.height();
    return fits && std::ranges::equal(answer.renditions, drawing.renditions, {}, &Rendition::spec);
}

} // namespace

Picture::Picture(PictureFormat format, QByteArray bytes, CancelToken cancel)
    : m_format(format)
    , m_bytes(std::move(bytes))
    , m_cancel(std::move(cancel))
{
}

Result<Picture> Picture::fromBytes(
    const QByteArray &bytes, const PictureDrawing &drawing, const CancelToken &cancel)
{
    const auto format = sniffFormat(bytes);
    if (!format)
        return unexpected(Failure{FailureKind::NotAPicture, 0, {}});
    std::optional<QSize> size;
    if (format == PictureFormat::Svg) {
        if (exceedsSvgLimits(bytes))
            return unexpected(Failure{FailureKind::TooLarge, 0, {}});
    } else {
        const auto checked = checkRaster(bytes, *format);
        if (!checked)
            return unexpected(checked.error());
        size = *checked;
    }

    Picture picture(*format, bytes, cancel);
    picture.m_drawing = drawing;
    if (countForOneRequest(drawing.renditions) < drawing.renditions.size())
        picture.m_drawing.renditions.clear();
    const bool drawsNothing = picture.m_drawing.box.isEmpty() && picture.m_drawing.renditions.isEmpty();
    if (size && drawsNothing) {
        picture.m_naturalSize = *size;
        return picture;
    }
    auto drawn = picture.draw(picture.m_drawing);
    if (!drawn)
        return unexpected(drawn.error());
    picture.m_drawn = *std::move(drawn);
    picture.m_naturalSize = size ? QSizeF(*size) : picture.m_drawn.naturalSize;
    return picture;
}

Result<PictureAnswer> Picture::draw(const PictureDrawing &drawing) const
{
    const PictureRequest request{
        .bytes = m_bytes, .box = drawing.box, .renditions = drawing.renditions, .crop = drawing.crop};
    auto answer = RenderPool::shared().ask(request, m_cancel);
    if (const auto *failure = std::get_if<Failure>(&answer))
        return unexpected(*failure);
    if (!isAnswerTo(std::get<PictureAnswer>(answer), drawing))
        return unexpected(invalidAnswer());
    return std::get<PictureAnswer>(std::move(answer));
}

Result<QImage> Picture::fittedInto(const QSize &box) const
{
    if (box == m_drawing.box && !box.isEmpty())
        return m_drawn.fitted;
    const auto drawn = draw({.box = box});
    if (!drawn)
        return unexpected(drawn.error());
    return drawn->fitted;
}

QImage fittedInto(const QByteArray &bytes, const QSize &box, const CancelToken &cancel)
{
    const auto picture = Picture::fromBytes(bytes, {.box = box}, cancel);
    return picture ? picture->fittedInto(box).value_or(QImage()) : QImage();
}

std::optional<Failure> Picture::drawRenditions(
    const QList<RenditionSpec> &specs, Crop crop, const std::function<void(const Rendition &)> &take) const
{
    if (specs == m_drawing.renditions && crop == m_drawing.crop) {
        std::ranges::for_each(m_drawn.renditions, take);
        return std::nullopt;
    }
    for (qsizetype done = 0; done < specs.size();) {
        const QList<RenditionSpec> remaining = specs.sliced(done);
        const auto drawn = draw({.renditions = remaining.first(countForOneRequest(remaining)), .crop = crop});
        if (!drawn)
            return drawn.error();
        std::ranges::for_each(drawn->renditions, take);
        done += drawn->renditions.size();
    }
    return std::nullopt;
}
