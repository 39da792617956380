#include "app/images/pictureformat.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isSvg(const QByteArray &bytes)
{
    // An XML declaration, comments and a DOCTYPE may stand before the first element. All that is given to the
    // reader is decoded, so it gets little at first. The first element ends long before the limit; attributes
    // without number would take quadratic time.
    constexpr qsizetype little = 2 << 10;
    constexpr qsizetype limit = 64 << 10;
    for (const qsizetype enough : {little, limit}) {
        QXmlStreamReader xml(bytes.first(std::min(bytes.size(), enough)));
        if (xml.readNextStartElement())
            return xml.name() == "svg"_L1;
        if (xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
            return false;
    }
    // A bomb is to be refused as an SVG that is too large.
    const QByteArray beginning = bytes.first(std::min(bytes.size(), limit));
    return bytes.size() > limit && (beginning.contains("<svg") || beginning.contains("<!DOCTYPE svg"));
}

} // namespace

std::optional<PictureFormat> sniffFormat(const QByteArray &bytes)
{
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return PictureFormat::Gif;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return PictureFormat::Png;
    if (bytes.startsWith("\xff\xd8\xff"))
        return PictureFormat::Jpeg;
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return PictureFormat::WebP;
    if (isSvg(bytes))
        return PictureFormat::Svg;
    return std::nullopt;
}

QString endingOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Gif:
        return u"gif"_s;
    case PictureFormat::Png:
        return u"png"_s;
    case PictureFormat::Jpeg:
        return u"jpg"_s;
    case PictureFormat::WebP:
        return u"webp"_s;
    case PictureFormat::Svg:
        return u"svg"_s;
    }
    Q_UNREACHABLE();
}
