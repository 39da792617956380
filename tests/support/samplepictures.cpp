#include "tests/support/samplepictures.h"

#include <QBuffer>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QByteArray littleEndian16(int number)
{
    const auto little = qToLittleEndian(quint16(number));
    return {reinterpret_cast<const char *>(&little), sizeof little};
}

/// Pixels as uncompressed LZW codes of eight bits. A "clear" code comes before the decoder would widen the
/// codes.
QByteArray gifCodes(const QSize &size)
{
    constexpr char clear = char(0x80);
    constexpr char end = char(0x81);
    constexpr int codesOfOneWidth = 120;
    QByteArray codes;
    for (int pixel = 0; pixel < size.width() * size.height(); ++pixel) {
        if (pixel % codesOfOneWidth == 0)
            codes += clear;
        codes += char(pixel % 2);
    }
    return codes + end;
}

QByteArray encoded(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 37 % 256, y * 53 % 256, x * y % 256));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

/// CRC-32, the checksum of PNG chunks.
quint32 pngChecksum(const QByteArray &bytes)
{
    quint32 checksum = 0xffffffff;
    for (const char byte : bytes) {
        checksum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            checksum = (checksum >> 1) ^ ((checksum & 1) ? 0xedb88320 : 0);
    }
    return ~checksum;
}

} // namespace

QByteArray gifPicture(const QSize &size, int seed)
{
    constexpr char tableOf128Colours = char(0x80 | 6);
    constexpr qsizetype longestBlock = 255;
    QByteArray gif = "GIF89a" + littleEndian16(size.width()) + littleEndian16(size.height());
    gif += tableOf128Colours;
    gif += QByteArray(2, '\0');
    for (int colour = 0; colour < 128; ++colour)
        gif += QByteArray(1, char(colour + seed)) + QByteArray(1, char(colour * 2)) + char(seed / 256);
    gif += ',' + QByteArray(4, '\0') + littleEndian16(size.width()) + littleEndian16(size.height()) + '\0';
    gif += char(7); // LZW minimum code size, in bits
    const QByteArray codes = gifCodes(size);
    for (qsizetype at = 0; at < codes.size(); at += longestBlock) {
        const QByteArray block = codes.mid(at, longestBlock);
        gif += char(block.size()) + block;
    }
    return gif + '\0' + ';';
}

QByteArray pngPicture(const QSize &size)
{
    return encoded(size, "png");
}

QByteArray jpegPicture(const QSize &size)
{
    return encoded(size, "jpg");
}

QByteArray svgPicture(const QSize &size)
{
    return uR"(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="%1" height="%2" viewBox="0 0 %1 %2">
  <rect width="%1" height="%2" fill="#c00"/>
  <circle cx="5" cy="4" r="3" fill="#fff"/>
</svg>
)"_s.arg(size.width())
        .arg(size.height())
        .toUtf8();
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &content)
{
    const auto bigEndian = [](quint32 number) {
        const auto big = qToBigEndian(number);
        return QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
    };
    return bigEndian(quint32(content.size())) + type + content + bigEndian(pngChecksum(type + content));
}

QByteArray pngWithHeader(qsizetype at, const QByteArray &bytes)
{
    constexpr qsizetype signatureSize = 8;
    constexpr qsizetype contentAt = 16;
    constexpr qsizetype contentSize = 13;
    constexpr qsizetype chunkSize = 25;
    const QByteArray png = pngPicture();
    const QByteArray content = png.mid(contentAt, contentSize).replace(at, bytes.size(), bytes);
    return png.first(signatureSize) + pngChunk("IHDR", content) + png.sliced(signatureSize + chunkSize);
}

QByteArray pngClaiming(quint32 width, quint32 height)
{
    QByteArray size(8, Qt::Uninitialized);
    qToBigEndian(width, size.data());
    qToBigEndian(height, size.data() + 4);
    return pngWithHeader(0, size);
}

QByteArray gifClaiming(quint16 width, quint16 height)
{
    QByteArray gif = gifPicture({1, 1});
    qToLittleEndian(width, gif.data() + 6);
    qToLittleEndian(height, gif.data() + 8);
    return gif;
}

QByteArray gifAnimation(const QSize &size, int frames)
{
    constexpr qsizetype headerSize = 13;
    constexpr qsizetype tableSize = 384; // 128 colours
    const QByteArray picture = gifPicture(size);
    const QByteArray frame = picture.sliced(headerSize + tableSize).chopped(1); // without the trailer
    return picture.first(headerSize + tableSize) + frame.repeated(frames) + ';';
}

QByteArray metadataNaming(const QString &country)
{
    return QJsonDocument(QJsonObject{{u"country"_s, country}}).toJson(QJsonDocument::Compact);
}
