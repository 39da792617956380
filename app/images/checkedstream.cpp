#include "app/images/checkedstream.h"

#include <QIODevice>

namespace {

constexpr int longestSide = 32'768;
constexpr qint64 mostPixels = 128 << 20;

} // namespace

bool isDrawable(const QSize &size)
{
    return size.width() > 0 && size.height() > 0 && size.width() <= longestSide
        && size.height() <= longestSide && qint64(size.width()) * size.height() <= mostPixels;
}

void refuseUnless(QDataStream &stream, bool isGood)
{
    if (!isGood)
        stream.setStatus(QDataStream::ReadCorruptData);
}

void writeImage(QDataStream &stream, const QImage &image)
{
    stream << image.size() << image.hasAlphaChannel();
    for (int y = 0; y < image.height(); ++y)
        stream.writeRawData(reinterpret_cast<const char *>(image.constScanLine(y)), image.width() * 4);
}

void readImage(QDataStream &stream, QImage &image)
{
    QSize size;
    bool hasAlpha = false;
    stream >> size >> hasAlpha;
    if (stream.status() != QDataStream::Ok || size.isEmpty())
        return;
    if (!isDrawable(size) || stream.device()->bytesAvailable() < qint64(size.width()) * size.height() * 4) {
        stream.setStatus(QDataStream::ReadCorruptData);
        return;
    }
    image = QImage(size, hasAlpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        stream.readRawData(reinterpret_cast<char *>(image.scanLine(y)), image.width() * 4);
}

void readBox(QDataStream &stream, QSize &box)
{
    stream >> box;
    refuseUnless(stream, box.isEmpty() || isDrawable(box));
}

void readNumber(QDataStream &stream, int &number, int least, int most)
{
    qint32 read = 0;
    stream >> read;
    refuseUnless(stream, read >= least && read <= most);
    number = read;
}
