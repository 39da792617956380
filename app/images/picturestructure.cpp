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
