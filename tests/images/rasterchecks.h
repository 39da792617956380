#pragma once

#include "app/images/pictureformat.h"

#include <QBuffer>
#include <QImageReader>
#include <QStringList>

// Compares the check of a raster with Qt's decoder.

inline QString sizeText(const QSize &size)
{
    return QStringLiteral("%1 x %2").arg(size.width()).arg(size.height());
}

/// The size that checkRaster() returns, or the word of its failure.
inline QString checkText(const QByteArray &bytes)
{
    const auto format = sniffFormat(bytes);
    if (!format)
        return QStringLiteral("unknown format");
    const auto size = checkRaster(bytes, *format);
    return size ? sizeText(*size) : failureWord(size.error().kind);
}

/// The size of the first image that Qt decodes, or the reason why it decodes none.
inline QString decodedText(const QByteArray &bytes)
{
    const auto format = sniffFormat(bytes);
    if (!format)
        return QStringLiteral("unknown format");
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, suffixOf(*format).toLatin1());
    const QImage image = reader.read();
    return image.isNull() ? reader.errorString() : sizeText(image.size());
}

struct FlipResult
{
    QStringList notDecodable; ///< accepted, but Qt does not decode it to that size
    double rejectedPixels = 0; ///< the rejected part of the flips at or behind the first byte of the pixels
};

/// Flips each bit in turn and checks the result.
inline FlipResult flipEachBit(const QByteArray &bytes, qsizetype pixelsAt)
{
    FlipResult result;
    qsizetype rejected = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray flipped = bytes;
            flipped[at] = char(quint8(flipped[at]) ^ (1U << bit));
            const auto format = sniffFormat(flipped);
            const auto size = format ? checkRaster(flipped, *format) : unexpected(Failure());
            rejected += qsizetype(!size && at >= pixelsAt);
            if (size && decodedText(flipped) != sizeText(*size))
                result.notDecodable += QStringLiteral("byte %1, bit %2: %3 instead of %4")
                                           .arg(at)
                                           .arg(bit)
                                           .arg(decodedText(flipped), sizeText(*size));
        }
    }
    result.rejectedPixels = double(rejected) / double(8 * (bytes.size() - pixelsAt));
    return result;
}
