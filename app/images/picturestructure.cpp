#include "app/images/picturestructure.h"

#include <QXmlStreamReader>
#include <QtEndian>

#include <zlib.h>

namespace {

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return quint8(bytes[at]);
}

/// The size of a colour table from the flags that announce it.
qsizetype colourTableSize(quint8 flags)
{
    constexpr quint8 hasTable = 0x80;
    return (flags & hasTable) ? qsizetype(3) << ((flags & 7) + 1) : 0;
}

/// Behind a chain of data blocks that ends with an empty one; -1 if it does not end.
qsizetype behindBlocks(const QByteArray &bytes, qsizetype at)
{
    while (at < bytes.size()) {
        const quint8 length = byteAt(bytes, at);
        at += 1 + length;
        if (length == 0)
            return at;
    }
    return -1;
}

bool gifReachesItsTrailer(const QByteArray &bytes)
{
    constexpr qsizetype headerSize = 13;
    constexpr qsizetype imageDescriptorSize = 10;
    if (bytes.size() < headerSize)
        return false;
    qsizetype at = headerSize + colourTableSize(byteAt(bytes, 10));
    while (at >= 0 && at < bytes.size()) {
        switch (byteAt(bytes, at)) {
        case ';':
            return true;
        case '!':
            at = behindBlocks(bytes, at + 2);
            break;
        case ',':
            if (at + imageDescriptorSize > bytes.size())
                return false;
            at += imageDescriptorSize + colourTableSize(byteAt(bytes, at + 9));
            at = behindBlocks(bytes, at + 1);
            break;
        default:
            return false;
        }
    }
    return false;
}

bool pngIsIntact(const QByteArray &bytes)
{
    constexpr qsizetype signatureSize = 8;
    constexpr qsizetype lengthSize = 4;
    constexpr qsizetype typeSize = 4;
    constexpr qsizetype checksumSize = 4;
    constexpr qsizetype chunkFrame = lengthSize + typeSize + checksumSize;
    qsizetype at = signatureSize;
    while (at + chunkFrame <= bytes.size()) {
        const auto length = qsizetype(qFromBigEndian<quint32>(bytes.constData() + at));
        if (length > bytes.size() - at - chunkFrame)
            return false;
        const QByteArrayView checked = QByteArrayView(bytes).sliced(at + lengthSize, typeSize + length);
        const auto checksum = qFromBigEndian<quint32>(checked.end());
        if (::crc32(0, reinterpret_cast<const Bytef *>(checked.data()), uInt(checked.size())) != checksum)
            return false;
        if (checked.startsWith("IEND"))
            return true;
        at += chunkFrame + length;
    }
    return false;
}

bool isPngPixel(quint8 colourType, quint8 bitDepth)
{
    switch (colourType) {
    case 0: // grey
        return bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
    case 3: // palette
        return bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
    case 2: // colours
    case 4: // grey, alpha
    case 6: // colours, alpha
        return bitDepth == 8 || bitDepth == 16;
    default:
        return false;
    }
}

bool jpegReachesEoi(const QByteArray &bytes)
{
    // An embedded preview has an end of its own, so only padding may follow the last one.
    qsizetype end = bytes.size();
    while (end > 0 && (bytes[end - 1] == '\0' || bytes[end - 1] == '\n' || bytes[end - 1] == '\r'))
        --end;
    return QByteArrayView(bytes).first(end).endsWith("\xff\xd9");
}

bool webpHasItsLength(const QByteArray &bytes)
{
    constexpr qsizetype riffFrame = 8;
    return bytes.size() >= riffFrame
        && bytes.size() - riffFrame >= qsizetype(qFromLittleEndian<quint32>(bytes.constData() + 4));
}

bool xmlIsClosed(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd())
        xml.readNext();
    return xml.error() != QXmlStreamReader::PrematureEndOfDocumentError;
}

} // namespace

bool reachesItsEnd(const QByteArray &bytes, PictureFormat format)
{
    switch (format) {
    case PictureFormat::Gif:
        return gifReachesItsTrailer(bytes);
    case PictureFormat::Png:
        return pngIsIntact(bytes);
    case PictureFormat::Jpeg:
        return jpegReachesEoi(bytes);
    case PictureFormat::WebP:
        return webpHasItsLength(bytes);
    case PictureFormat::Svg:
        return xmlIsClosed(bytes);
    }
    Q_UNREACHABLE();
}

std::optional<QSize> sizeOfPng(const QByteArray &bytes)
{
    constexpr qsizetype behindSignature = 8;
    constexpr qsizetype behindHeader = 33;
    if (bytes.size() < behindHeader
        || !QByteArrayView(bytes).sliced(behindSignature).startsWith({"\0\0\0\x0dIHDR", 8}))
        return std::nullopt;
    const auto width = qFromBigEndian<quint32>(bytes.constData() + 16);
    const auto height = qFromBigEndian<quint32>(bytes.constData() + 20);
    constexpr quint32 maximum = 1'000'000; // of the decoder
    const bool hasArea = width > 0 && height > 0 && width <= maximum && height <= maximum;
    const quint8 compression = byteAt(bytes, 26);
    const quint8 filter = byteAt(bytes, 27);
    const quint8 interlace = byteAt(bytes, 28);
    if (!hasArea || !isPngPixel(byteAt(bytes, 25), byteAt(bytes, 24)) || compression != 0 || filter != 0
        || interlace > 1)
        return std::nullopt;
    return QSize(int(width), int(height));
}
