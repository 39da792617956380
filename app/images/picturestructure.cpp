#include "app/images/pictureformat.h"

#include <QtEndian>

#include <zlib.h>

namespace {

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return quint8(bytes[at]);
}

QSize littleEndianSize(const QByteArray &bytes, qsizetype at)
{
    return {qFromLittleEndian<quint16>(bytes.constData() + at),
        qFromLittleEndian<quint16>(bytes.constData() + at + 2)};
}

/// The size in bytes of the colour table that the flags describe.
qsizetype colourTableSize(quint8 flags)
{
    constexpr quint8 hasTable = 0x80;
    return (flags & hasTable) ? qsizetype(3) << ((flags & 7) + 1) : 0;
}

/// The position after a chain of data blocks that ends with an empty block; -1 if it does not end.
qsizetype positionAfterBlocks(const QByteArray &bytes, qsizetype at)
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
            at = positionAfterBlocks(bytes, at + 2);
            break;
        case ',':
            if (at + imageDescriptorSize > bytes.size())
                return false;
            at += imageDescriptorSize + colourTableSize(byteAt(bytes, at + 9));
            at = positionAfterBlocks(bytes, at + 1);
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
    // An embedded preview has an end marker too, so only padding may follow the last marker.
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

std::optional<QSize> sizeOfPng(const QByteArray &bytes)
{
    constexpr qsizetype signatureSize = 8;
    constexpr qsizetype headerEnd = 33;
    if (bytes.size() < headerEnd
        || !QByteArrayView(bytes).sliced(signatureSize).startsWith({"\0\0\0\x0dIHDR", 8}))
        return std::nullopt;
    const auto width = qFromBigEndian<quint32>(bytes.constData() + 16);
    const auto height = qFromBigEndian<quint32>(bytes.constData() + 20);
    constexpr quint32 maximum = 1'000'000; // limit of the decoder
    const bool hasArea = width > 0 && height > 0 && width <= maximum && height <= maximum;
    const quint8 compression = byteAt(bytes, 26);
    const quint8 filter = byteAt(bytes, 27);
    const quint8 interlace = byteAt(bytes, 28);
    if (!hasArea || !isPngPixel(byteAt(bytes, 25), byteAt(bytes, 24)) || compression != 0 || filter != 0
        || interlace > 1)
        return std::nullopt;
    return QSize(int(width), int(height));
}

// The size of the logical screen, which the decoder allocates whatever the frames claim; if it is empty, the
// size of the first frame.
std::optional<QSize> sizeOfGif(const QByteArray &bytes)
{
    constexpr qsizetype headerSize = 13;
    constexpr qsizetype descriptorSize = 10;
    if (bytes.size() < headerSize)
        return std::nullopt;
    QSize size = littleEndianSize(bytes, 6);
    qsizetype at = headerSize + colourTableSize(byteAt(bytes, 10));
    while (at >= 0 && at + descriptorSize <= bytes.size() && bytes[at] == '!')
        at = positionAfterBlocks(bytes, at + 2);
    if (at < 0 || at + descriptorSize > bytes.size() || bytes[at] != ',')
        return std::nullopt;
    if (size.isEmpty())
        size = littleEndianSize(bytes, at + 5);
    return size.isEmpty() ? std::nullopt : std::optional(size);
}

// Reads the segments up to the frame header.
std::optional<QSize> sizeOfJpeg(const QByteArray &bytes)
{
    constexpr qsizetype markerSize = 2;
    constexpr qsizetype frameSize = 9;
    qsizetype at = markerSize;
    while (at + frameSize <= bytes.size() && byteAt(bytes, at) == 0xff) {
        const quint8 marker = byteAt(bytes, at + 1);
        if (marker == 0xff) { // padding
            ++at;
            continue;
        }
        const bool isFrame
            = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame) {
            const QSize size(qFromBigEndian<quint16>(bytes.constData() + at + 7),
                qFromBigEndian<quint16>(bytes.constData() + at + 5));
            return size.isEmpty() ? std::nullopt : std::optional(size);
        }
        constexpr quint8 startOfScan = 0xda;
        const auto length = qFromBigEndian<quint16>(bytes.constData() + at + markerSize);
        if (marker == startOfScan || length < 2)
            return std::nullopt;
        at += markerSize + length;
    }
    return std::nullopt;
}

std::optional<QSize> sizeOfWebP(const QByteArray &bytes)
{
    constexpr qsizetype firstHeaderEnd = 30;
    if (bytes.size() < firstHeaderEnd)
        return std::nullopt;
    const char *chunk = bytes.constData() + 12;
    const char *content = chunk + 8;
    constexpr int fourteenBits = 0x3fff;
    if (QByteArrayView(chunk, 4) == "VP8X") {
        const auto number = [content](int at) {
            return int(qFromLittleEndian<quint16>(content + at)) + (int(quint8(content[at + 2])) << 16) + 1;
        };
        return QSize(number(4), number(7));
    }
    if (QByteArrayView(chunk, 4) == "VP8L" && content[0] == '\x2f') {
        const auto sizes = qFromLittleEndian<quint32>(content + 1);
        return QSize(int(sizes & fourteenBits) + 1, int((sizes >> 14) & fourteenBits) + 1);
    }
    if (QByteArrayView(chunk, 4) == "VP8 " && QByteArrayView(content + 3, 3) == "\x9d\x01\x2a") {
        const QSize size(qFromLittleEndian<quint16>(content + 6) & fourteenBits,
            qFromLittleEndian<quint16>(content + 8) & fourteenBits);
        return size.isEmpty() ? std::nullopt : std::optional(size);
    }
    return std::nullopt;
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
        return true;
    }
    Q_UNREACHABLE();
}

std::optional<QSize> sizeOfRaster(const QByteArray &bytes, PictureFormat format)
{
    switch (format) {
    case PictureFormat::Gif:
        return sizeOfGif(bytes);
    case PictureFormat::Png:
        return sizeOfPng(bytes);
    case PictureFormat::Jpeg:
        return sizeOfJpeg(bytes);
    case PictureFormat::WebP:
        return sizeOfWebP(bytes);
    case PictureFormat::Svg:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}
