#include "app/images/pictureformat.h"

#include "app/images/rasterstructure.h"
#include "app/language/wordtable.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto pictureSuffixes = wordTable<PictureFormat>({
    {PictureFormat::Gif, "gif"_L1},
    {PictureFormat::Png, "png"_L1},
    {PictureFormat::Jpeg, "jpg"_L1},
    {PictureFormat::WebP, "webp"_L1},
    {PictureFormat::Svg, "svg"_L1},
});

bool isSvg(const QByteArray &bytes)
{
    // An XML declaration, comments and a DOCTYPE may precede the first element. The reader decodes all bytes
    // that it gets, so it gets few at first. The first element ends long before the limit, which exists
    // because the time for many attributes is quadratic.
    constexpr qsizetype firstTry = 2 << 10;
    constexpr qsizetype limit = 64 << 10;
    for (const qsizetype size : {firstTry, limit}) {
        QXmlStreamReader xml(bytes.first(std::min(bytes.size(), size)));
        if (xml.readNextStartElement())
            return xml.name() == "svg"_L1;
        if (xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
            return false;
    }
    // Accept a decompression bomb as SVG, so that it is rejected as too large.
    const QByteArray beginning = bytes.first(std::min(bytes.size(), limit));
    return bytes.size() > limit && (beginning.contains("<svg") || beginning.contains("<!DOCTYPE svg"));
}

// QXmlStreamReader and older versions of libxml2 compare each attribute with all earlier ones. The flags of
// common sets have at most 40.
constexpr int maximalAttributes = 2000;
// Files of Adobe Illustrator refer to a few entities of 50 bytes a few dozen times.
constexpr qint64 maximalExpansion = 4 << 20;

/// The position after the quoted text at `at`, or the end of the bytes.
qsizetype positionAfterQuotes(const QByteArray &bytes, qsizetype at)
{
    const qsizetype end = bytes.indexOf(bytes[at], at + 1);
    return end < 0 ? bytes.size() : end + 1;
}

/// The position of the end of the tag at `at`; -1 if it has too many attributes.
qsizetype positionAfterTag(const QByteArray &bytes, qsizetype at)
{
    int attributes = 0;
    while (at < bytes.size() && bytes[at] != '>') {
        if (bytes[at] == '"' || bytes[at] == '\'') {
            if (++attributes > maximalAttributes)
                return -1;
            at = positionAfterQuotes(bytes, at);
        } else {
            ++at;
        }
    }
    return at;
}

bool hasTooManyAttributes(const QByteArray &bytes)
{
    const QByteArrayView view(bytes);
    qsizetype at = 0;
    while ((at = bytes.indexOf('<', at)) >= 0) {
        const QByteArrayView rest = view.sliced(at);
        if (rest.startsWith("<!--"))
            at = bytes.indexOf("-->", at + 4);
        else if (rest.startsWith("<![CDATA["))
            at = bytes.indexOf("]]>", at + 9);
        else if (rest.startsWith("<!") || rest.startsWith("<?"))
            ++at; // quoted texts are not attributes there
        else
            at = positionAfterTag(bytes, at);
        if (at < 0)
            return !rest.startsWith("<!");
    }
    return false;
}

qsizetype longestEntity(const QByteArray &bytes)
{
    qsizetype longest = 0;
    for (qsizetype at = 0; (at = bytes.indexOf("<!ENTITY", at)) >= 0;) {
        while (at < bytes.size() && bytes[at] != '"' && bytes[at] != '\'' && bytes[at] != '>')
            ++at;
        if (at < bytes.size() && bytes[at] != '>') {
            const qsizetype end = positionAfterQuotes(bytes, at);
            longest = std::max(longest, end - at);
            at = end;
        }
    }
    return longest;
}

Result<QSize> checkStructure(const QByteArray &bytes, PictureFormat format)
{
    switch (format) {
    case PictureFormat::Gif:
        return checkGif(bytes);
    case PictureFormat::Png:
        return checkPng(bytes);
    case PictureFormat::Jpeg:
        return checkJpeg(bytes);
    case PictureFormat::WebP:
        return checkWebP(bytes);
    case PictureFormat::Svg:
        break;
    }
    Q_UNREACHABLE();
}

std::optional<Failure> refusalOfSize(const QSize &size)
{
    if (qint64(size.width()) * size.height() * 4 <= qint64(maximalPictureMebibytes) << 20)
        return std::nullopt;
    return Failure{FailureKind::TooLarge, 0, u"%1 x %2"_s.arg(size.width()).arg(size.height())};
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

QString suffixOf(PictureFormat format)
{
    return pictureSuffixes.wordOf(format);
}

Result<QSize> checkRaster(const QByteArray &bytes, PictureFormat format)
{
    const auto size = checkStructure(bytes, format);
    if (size) {
        if (const auto refusal = refusalOfSize(*size))
            return unexpected(*refusal);
    }
    return size;
}

bool exceedsSvgLimits(const QByteArray &bytes)
{
    // Nested entities are not counted, because librsvg rejects those that multiply.
    const qsizetype longest = longestEntity(bytes);
    return (longest > 0 && longest * qint64(bytes.count('&')) > maximalExpansion)
        || hasTooManyAttributes(bytes);
}
