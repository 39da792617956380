#pragma once

#include <QDataStream>
#include <QImage>
#include <QSize>

// Reads and writes parts of messages between two processes. A value that exceeds its limits sets the status
// of the stream to ReadCorruptData; the caller must then discard it.

/// Whether a picture of this size can be handled: not empty, at most 32768 pixels on a side and at most
/// 128 Mi pixels in total.
[[nodiscard]] bool isDrawable(const QSize &size);

/// Sets the status to ReadCorruptData if the condition is false.
void refuseUnless(QDataStream &stream, bool isGood);

template <typename Enum>
void readEnum(QDataStream &stream, Enum &value, Enum last)
{
    quint8 number = 0;
    stream >> number;
    if (number > quint8(last))
        stream.setStatus(QDataStream::ReadCorruptData);
    else
        value = Enum(number);
}

/// 32 bits per pixel, RGB32 or premultiplied ARGB32, line by line. QImage's own operator would encode a PNG.
void writeImage(QDataStream &stream, const QImage &image);
void readImage(QDataStream &stream, QImage &image);

/// Reads a size that is drawable or empty.
void readBox(QDataStream &stream, QSize &box);
void readNumber(QDataStream &stream, int &number, int least, int most);
