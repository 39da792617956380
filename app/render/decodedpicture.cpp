#include "app/render/decodedpicture.h"

#include "app/images/pictureformat.h"

#include <QBuffer>
#include <QImageReader>
#include <QXmlStreamReader>

#include <algorithm>
#include <span>
#include <utility>

namespace {

/// Reads a raster of a given format from memory. Qt tries no other decoder on the untrusted bytes.
class RasterReader final
{
public:
    RasterReader(const QByteArray &bytes, PictureFormat format)
        : m_bytes(bytes)
        , m_reader(&m_buffer, suffixOf(format).toLatin1())
    {
        // A frame's header may claim less than the decoder allocates, so limit the allocation too.
        static const bool isLimited = (QImageReader::setAllocationLimit(maximalPictureMebibytes), true);
        Q_UNUSED(isLimited)
        m_buffer.setData(bytes);
        m_buffer.open(QIODevice::ReadOnly);
    }

    [[nodiscard]] QImage read() { return m_reader.read(); }
    [[nodiscard]] QString problem() const { return m_reader.errorString(); }

private:
    const QByteArray m_bytes;
    QBuffer m_buffer;
    QImageReader m_reader;
};

/// Whether the document has an end. Qt and librsvg report a truncated document like any other error.
bool isClosed(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    return xml.error() != QXmlStreamReader::PrematureEndOfDocumentError;
}

QImage scaledDown(const QImage &image, const QSize &box)
{
    if (image.width() <= box.width() && image.height() <= box.height())
        return image;
    const QSize size = image.size().scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1});
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

bool isTransparent(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    const QImage pixels = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < pixels.height(); ++y) {
        const std::span row(
            reinterpret_cast<const QRgb *>(pixels.constScanLine(y)), std::size_t(pixels.width()));
        if (std::ranges::any_of(row, [](QRgb pixel) { return qAlpha(pixel) > 0; }))
            return false;
    }
    return true;
}

DecodedPicture::DecodedPicture(PictureFormat format, Content content)
    : m_format(format)
    , m_content(std::move(content))
{
}

Result<DecodedPicture> DecodedPicture::fromBytes(const QByteArray &bytes)
{
    const auto format = sniffFormat(bytes);
    if (!format)
        return unexpected(Failure{FailureKind::NotAPicture, 0, {}});

    if (format == PictureFormat::Svg) {
        QString problem;
        auto document = SvgDocument::parse(bytes, &problem);
        if (document)
            return DecodedPicture(*format, std::move(*document));
        const auto kind = isClosed(bytes) ? FailureKind::NotAPicture : FailureKind::Truncated;
        return unexpected(Failure{kind, 0, problem});
    }

    const auto size = checkRaster(bytes, *format);
    if (!size)
        return unexpected(size.error());
    if (format == PictureFormat::Png)
        return DecodedPicture(*format, EncodedRaster{.bytes = bytes, .size = *size});

    RasterReader reader(bytes, *format);
    QImage image = reader.read();
    if (image.isNull())
        return unexpected(Failure{FailureKind::NotAPicture, 0, reader.problem()});
    return DecodedPicture(*format, std::move(image));
}

QImage DecodedPicture::raster() const
{
    if (const auto *encoded = std::get_if<EncodedRaster>(&m_content))
        return RasterReader(encoded->bytes, m_format).read();
    const auto *image = std::get_if<QImage>(&m_content);
    return image ? *image : QImage();
}

QImage DecodedPicture::fittedInto(const QSize &box) const
{
    if (const auto *svg = document()) {
        const QSize size = svg->naturalSize().scaled(box, Qt::KeepAspectRatio).toSize();
        return svg->render(size.expandedTo({1, 1}));
    }
    return scaledDown(raster(), box);
}

bool DecodedPicture::decode()
{
    if (document())
        return true;
    QImage image = raster();
    if (image.isNull())
        return false;
    m_content = std::move(image);
    return true;
}

QSizeF DecodedPicture::naturalSize() const
{
    if (const auto *svg = document())
        return svg->naturalSize();
    if (const auto *encoded = std::get_if<EncodedRaster>(&m_content))
        return encoded->size;
    return std::get<QImage>(m_content).size();
}

QImage DecodedPicture::drawMiddle(const QSizeF &middle, const QSize &size) const
{
    const QSizeF natural = naturalSize();
    if (const auto *svg = document()) {
        if (middle == natural)
            return svg->render(size);
        const QSizeF whole(size.width() * natural.width() / middle.width(),
            size.height() * natural.height() / middle.height());
        return svg->renderMiddle(whole, size);
    }
    QRect part({}, middle.toSize());
    part.moveTopLeft({int(natural.width() - part.width()) / 2, int(natural.height() - part.height()) / 2});
    QImage image = raster();
    if (part.size() != image.size())
        image = image.copy(part);
    if (size != image.size())
        image = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}
