#pragma once

#include <QDataStream>
#include <QImage>
#include <QSize>

// Parts of messages between two processes. Whatever is read is within limits; else the stream's status is
// ReadCorruptData afterwards, and the value is of no use.

/// Whether a picture of that size can be handled: neither empty nor beyond 128 million pixels.
[[nodiscard]] bool isDrawable(const QSize &size);

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

/// 32 bits a pixel, RGB32 or premultiplied ARGB32, line by line: QImage's own operator would encode a PNG.
void writeImage(QDataStream &stream, const QImage &image);
void readImage(QDataStream &stream, QImage &image);

/// Drawable, or empty.
void readBox(QDataStream &stream, QSize &box);
void readNumber(QDataStream &stream, int &number, int least, int most);
