#include "app/images/picture.h"

#include "app/images/picturestructure.h"

#include <QBuffer>
#include <QImageReader>

#include <utility>

namespace {

// A decoded picture of 4096 x 4096; sets that people use have at most 2560 pixels of width.
constexpr int maximalMebibytes = 64;

std::variant<QImage, Failure> decodeRaster(const QByteArray &bytes, PictureFormat format)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    // The format is given, so that no other decoder is tried on bytes from the network.
    QImageReader reader(&buffer, endingOf(format).toLatin1());
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() * 4 > qint64(maximalMebibytes) << 20)
        return Failure{
            FailureKind::TooLarge, 0, QStringLiteral("%1 x %2").arg(size.width()).arg(size.height())};
    QImage image = reader.read();
    if (image.isNull())
        return Failure{FailureKind::NotAPicture, 0, reader.errorString()};
    return image;
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
    // A frame's header can claim less than the decoder then allocates; this limit holds where it allocates.
    static const bool limited = (QImageReader::setAllocationLimit(maximalMebibytes), true);
    Q_UNUSED(limited)
    auto decoded = decodeRaster(bytes, *format);
    if (const auto *failure = std::get_if<Failure>(&decoded))
        return *failure;
    return Picture(*format, std::get<QImage>(std::move(decoded)));
}

QImage Picture::fittedInto(const QSize &box) const
{
    if (const auto *document = std::get_if<SvgDocument>(&m_content)) {
        const QSize size = document->naturalSize().scaled(box, Qt::KeepAspectRatio).toSize();
        return document->render(size.expandedTo({1, 1}));
    }
    const QImage &image = std::get<QImage>(m_content);
    const bool fits = image.width() <= box.width() && image.height() <= box.height();
    const QSize size = image.size().scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1});
    return fits ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}
