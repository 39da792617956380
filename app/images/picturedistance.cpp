#include "app/images/picturedistance.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>

namespace {

// Small enough to blur edges that lie a little apart in another ratio, large enough for an emblem.
constexpr int sampledColumns = 24;
constexpr int sampledRows = 18;

/// A colour of CIE L*a*b*, in which distances are about as large as they look.
struct Lab
{
    double lightness = 0;
    double a = 0;
    double b = 0;
};

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double compressed(double value)
{
    return value > 216.0 / 24389 ? std::cbrt(value) : (24389.0 / 27 * value + 16) / 116;
}

// sRGB over XYZ with the white of daylight (D65).
Lab labOf(QRgb colour)
{
    const double red = linear(qRed(colour));
    const double green = linear(qGreen(colour));
    const double blue = linear(qBlue(colour));
    const double x = compressed((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
    const double y = compressed(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const double z = compressed((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
    return {.lightness = 116 * y - 16, .a = 500 * (x - y), .b = 200 * (y - z)};
}

double squaredDistance(const Lab &one, const Lab &other)
{
    const double lightness = one.lightness - other.lightness;
    const double a = one.a - other.a;
    const double b = one.b - other.b;
    return lightness * lightness + a * a + b * b;
}

bool isClear(const QImage &image, const QRect &part)
{
    constexpr int faint = 16;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            if (qAlpha(image.pixel(x, y)) > faint)
                return false;
        }
    }
    return true;
}

/// Without the transparent rows and columns around it.
QImage trimmed(const QImage &image)
{
    QRect box = image.rect();
    while (box.height() > 1 && isClear(image, {box.left(), box.top(), box.width(), 1}))
        box.setTop(box.top() + 1);
    while (box.height() > 1 && isClear(image, {box.left(), box.bottom(), box.width(), 1}))
        box.setBottom(box.bottom() - 1);
    while (box.width() > 1 && isClear(image, {box.left(), box.top(), 1, box.height()}))
        box.setLeft(box.left() + 1);
    while (box.width() > 1 && isClear(image, {box.right(), box.top(), 1, box.height()}))
        box.setRight(box.right() - 1);
    return image.copy(box);
}

QImage boxed(const QImage &image)
{
    return trimmed(image.convertToFormat(QImage::Format_ARGB32))
        .scaled(sampledColumns, sampledRows, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_ARGB32);
}

} // namespace

double pictureDistance(const QImage &one, const QImage &other)
{
    constexpr double farthest = 100;
    if (one.isNull() || other.isNull())
        return farthest;
    const QImage left = boxed(one);
    const QImage right = boxed(other);
    double sum = 0;
    double weights = 0;
    for (int y = 0; y < sampledRows; ++y) {
        for (int x = 0; x < sampledColumns; ++x) {
            const QRgb here = left.pixel(x, y);
            const QRgb there = right.pixel(x, y);
            const double weight = qAlpha(here) / 255.0 * qAlpha(there) / 255.0;
            sum += weight * squaredDistance(labOf(here), labOf(there));
            weights += weight;
        }
    }
    // The mean of the squares, because a changed emblem is a small part of a flag but all of the difference.
    return weights > 0 ? std::min(std::sqrt(sum / weights), farthest) : farthest;
}
