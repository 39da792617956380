#pragma once

#include <QBuffer>
#include <QImageWriter>

// JPEGs of Qt, and JPEGs of flat grey, whose codes are as short as possible, from single segments.

enum class Progressive : bool {
    No,
    Yes,
};

inline QByteArray encodedJpeg(
    const QSize &picture, QImage::Format format, Progressive progressiveJpeg, int quality = 75)
{
    QImage image(picture, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            image.setPixel(x, y, qRgb(x * 37 % 256, y * 53 % 256, x * y % 256));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpg");
    writer.setQuality(quality);
    writer.setProgressiveScanWrite(progressiveJpeg == Progressive::Yes);
    writer.write(image.convertToFormat(format));
    return buffer.data();
}

inline QByteArray jpegNumber(int number)
{
    return QByteArray().append(char(number >> 8)).append(char(number & 0xff));
}

inline QByteArray jpegMarker(int marker)
{
    return QByteArray().append('\xff').append(char(marker));
}

inline QByteArray jpegSegment(int marker, const QByteArray &content)
{
    return jpegMarker(marker) + jpegNumber(int(content.size()) + 2) + content;
}

inline QByteArray jpegQuantization()
{
    return jpegSegment(0xdb, QByteArray(1, '\0') + QByteArray(64, '\1'));
}

/// A Huffman table, whose `counts` are filled up with zeros. `kind` is 0 for DC, 1 for AC.
inline QByteArray jpegHuffman(int kind, const QByteArray &counts, const QByteArray &symbols)
{
    return jpegSegment(0xc4, QByteArray(1, char(kind << 4)) + counts.leftJustified(16, '\0') + symbols);
}

/// The tables in which a flat block is two zero bits: no difference from the previous block, and the end of
/// the block.
inline QByteArray jpegTables()
{
    const QByteArray zero(1, '\0');
    return jpegQuantization() + jpegHuffman(0, "\1", zero) + jpegHuffman(1, "\1", zero);
}

/// The header of a frame. Each component has a byte with two sampling factors; their numbers start at 1.
inline QByteArray jpegFrame(const QSize &size, const QByteArray &samplings, int marker = 0xc0)
{
    QByteArray content
        = '\x08' + jpegNumber(size.height()) + jpegNumber(size.width()) + char(samplings.size());
    for (qsizetype index = 0; index < samplings.size(); ++index)
        content += QByteArray(1, char(index + 1)) + samplings[index] + '\0';
    return jpegSegment(marker, content);
}

/// A scan of these components, with the parameters of a sequential frame.
inline QByteArray jpegScan(const QByteArray &components, const QByteArray &parameters = {})
{
    QByteArray content(1, char(components.size()));
    for (const char component : components)
        content += QByteArray(1, component) + '\0';
    return jpegSegment(0xda, content + (parameters.isEmpty() ? QByteArray("\0\x3f\0", 3) : parameters));
}

/// The codes of flat blocks, and ones behind them.
inline QByteArray jpegBlocks(int count)
{
    QByteArray codes;
    for (; count >= 4; count -= 4)
        codes += '\0';
    return count > 0 ? codes + char(0xff >> (2 * count)) : codes;
}

/// A JPEG of segments between the first and the last marker.
inline QByteArray jpegOf(const QByteArray &segments)
{
    return jpegMarker(0xd8) + segments + jpegMarker(0xd9);
}
