#include "app/images/picture.h"

#include "app/images/picturestructure.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

#include <utility>

namespace {

// A decoded picture of 4096 x 4096; sets that people use have at most 2560 pixels of width.
constexpr int maximalMebibytes = 64;

/// Reads rasters of one given format from memory, so that no other decoder is tried on bytes from the
/// network.
class RasterReader final
{
public:
    RasterReader(const QByteArray &bytes, PictureFormat format)
        : m_bytes(bytes)
        , m_format(format)
        , m_reader(&m_buffer, endingOf(format).toLatin1())
    {
        // A frame's header can claim less than the decoder then allocates; this limit holds where it
        // allocates.
        static const bool isLimited = (QImageReader::setAllocationLimit(maximalMebibytes), true);
        Q_UNUSED(isLimited)
        m_buffer.setData(bytes);
        m_buffer.open(QIODevice::ReadOnly);
    }

    /// Invalid if the header cannot be read.
    [[nodiscard]] QSize claimedSize() const
    {
        if (m_format != PictureFormat::Gif)
            return m_reader.size();
        // The reader tells the first frame's size, but the decoder allocates the whole screen.
        const char *screen = m_bytes.constData() + 6;
        return {qFromLittleEndian<quint16>(screen), qFromLittleEndian<quint16>(screen + 2)};
    }

    [[nodiscard]] QImage read() { return m_reader.read(); }
    [[nodiscard]] QString problem() const { return m_reader.errorString(); }

private:
    const QByteArray m_bytes;
    const PictureFormat m_format;
    QBuffer m_buffer;
    QImageReader m_reader;
};

std::optional<Failure> refusalOfSize(const QSize &size)
{
    if (qint64(size.width()) * size.height() * 4 <= qint64(maximalMebibytes) << 20)
        return std::nullopt;
    return Failure{FailureKind::TooLarge, 0, QStringLiteral("%1 x %2").arg(size.width()).arg(size.height())};
}

QImage scaledDown(const QImage &image, const QSize &box)
{
    if (image.width() <= box.width() && image.height() <= box.height())
        return image;
    const QSize size = image.size().scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1});
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

Picture::Picture(PictureFormat format, Content content)
    : m_format(format)
    , m_content(std::move(content))
{
}

std::variant<Picture, Failure> Picture::fromBytes(const QByteArray &bytes)
{
    const auto format = sniffFormat(bytes);
    if (!format)
        return Failure{FailureKind::NotAPicture, 0, {}};

    if (format == PictureFormat::Svg) {
        QString problem;
        auto document = SvgDocument::parse(bytes, &problem);
        if (document)
            return Picture(*format, std::move(*document));
        const auto kind = reachesItsEnd(bytes, *format) ? FailureKind::NotAPicture : FailureKind::Truncated;
        return Failure{kind, 0, problem};
    }

    if (!reachesItsEnd(bytes, *format))
        return Failure{FailureKind::Truncated, 0, {}};
    if (format == PictureFormat::Png) {
        const auto size = sizeOfPng(bytes);
        if (!size)
            return Failure{FailureKind::NotAPicture, 0, {}};
        if (const auto refusal = refusalOfSize(*size))
            return *refusal;
        return Picture(*format, bytes);
    }

    RasterReader reader(bytes, *format);
    const QSize size = reader.claimedSize();
    if (!size.isValid())
        return Failure{FailureKind::NotAPicture, 0, reader.problem()};
    if (const auto refusal = refusalOfSize(size))
        return *refusal;
    QImage image = reader.read();
    if (image.isNull())
        return Failure{FailureKind::NotAPicture, 0, reader.problem()};
    return Picture(*format, std::move(image));
}

QImage Picture::raster() const
{
    if (const auto *bytes = std::get_if<QByteArray>(&m_content))
        return RasterReader(*bytes, m_format).read();
    const auto *image = std::get_if<QImage>(&m_content);
    return image ? *image : QImage();
}

QImage Picture::fittedInto(const QSize &box) const
{
    if (const auto *svg = document()) {
        const QSize size = svg->naturalSize().scaled(box, Qt::KeepAspectRatio).toSize();
        return svg->render(size.expandedTo({1, 1}));
    }
    return scaledDown(raster(), box);
}

bool Picture::decode()
{
    if (document())
        return true;
    QImage image = raster();
    if (image.isNull())
        return false;
    m_content = std::move(image);
    return true;
}

QSizeF Picture::naturalSize() const
{
    if (const auto *svg = document())
        return svg->naturalSize();
    if (const auto *bytes = std::get_if<QByteArray>(&m_content))
        return sizeOfPng(*bytes).value_or(QSize());
    return std::get<QImage>(m_content).size();
}

QImage Picture::middleDrawn(const QSizeF &middle, const QSize &size) const
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
