#include "app/images/picturedistance.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>

namespace {

// Small enough to blur edges that differ slightly between ratios, large enough for an emblem.
constexpr int sampledColumns = 24;
constexpr int sampledRows = 18;

/// A colour in CIE L*a*b*, where distances correspond to perceived differences.
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

// sRGB to XYZ with white point D65, then to L*a*b*.
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

bool isClear(const QImage &image, const QRect &part, int leastAlpha)
{
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            if (qAlpha(image.pixel(x, y)) >= leastAlpha)
                return false;
        }
    }
    return true;
}

QImage sampled(const QImage &image)
{
    constexpr int faint = 17; // alpha, of 255
    return withoutClearMargins(image.convertToFormat(QImage::Format_ARGB32), faint)
        .scaled(sampledColumns, sampledRows, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_ARGB32);
}

} // namespace

QImage withoutClearMargins(const QImage &image, int leastAlpha)
{
    QRect box = image.rect();
    while (box.height() > 1 && isClear(image, {box.left(), box.top(), box.width(), 1}, leastAlpha))
        box.setTop(box.top() + 1);
    while (box.height() > 1 && isClear(image, {box.left(), box.bottom(), box.width(), 1}, leastAlpha))
        box.setBottom(box.bottom() - 1);
    while (box.width() > 1 && isClear(image, {box.left(), box.top(), 1, box.height()}, leastAlpha))
        box.setLeft(box.left() + 1);
    while (box.width() > 1 && isClear(image, {box.right(), box.top(), 1, box.height()}, leastAlpha))
        box.setRight(box.right() - 1);
    return image.copy(box);
}

double pictureDistance(const QImage &one, const QImage &other)
{
    constexpr double farthest = 100;
    if (one.isNull() || other.isNull())
        return farthest;
    const QImage left = sampled(one);
    const QImage right = sampled(other);
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
    // The root mean square, because a changed emblem is only a small part of the area.
    return weights > 0 ? std::min(std::sqrt(sum / weights), farthest) : farthest;
}
