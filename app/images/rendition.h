#pragma once

#include "app/failures/failure.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSize>

#include <optional>
#include <variant>

class Picture;

/// What remains of a picture.
enum class Crop {
    None,
    Square, ///< its middle
    Circle, ///< the circle in that; the corners are transparent
};

/// "square", "circle", or empty for none: as the command line, the settings and manifests know it.
[[nodiscard]] QString cropWord(Crop crop);
[[nodiscard]] std::optional<Crop> cropCalled(const QString &word);

enum class RenditionFormat {
    Png,
    WebP, ///< lossless
};

/// The file name's ending, without a dot.
[[nodiscard]] QString endingOf(RenditionFormat format);

/// One file that a picture is to be converted to.
struct RenditionOrder
{
    RenditionFormat format = RenditionFormat::Png;
    int width = 0; ///< pixels, 1 to maximalRenditionWidth

    friend bool operator==(const RenditionOrder &, const RenditionOrder &) = default;
};

inline constexpr int maximalRenditionWidth = 4096;

/// A picture converted. An SVG has exactly the width that was ordered; a raster is never enlarged, and may be
/// smaller.
struct Rendition
{
    RenditionOrder order;
    QSize size; ///< pixels
    QByteArray bytes; ///< of the file

    [[nodiscard]] bool isSmallerThanOrdered() const { return size.width() < order.width; }
};

/// The picture at that width, premultiplied ARGB32; null if it cannot be drawn. For the pool.
[[nodiscard]] QImage drawnAtWidth(const Picture &picture, int width, Crop crop);

/// One for each order, in their order. The picture is decoded once, for others too, and drawn once for each
/// width. The same picture and orders always give the same bytes. Fails with NotAPicture if the picture
/// cannot be decoded, with TooLarge if it cannot be drawn at that width: a ribbon, or no memory. A free
/// function of values for the pool.
[[nodiscard]] std::variant<QList<Rendition>, Failure> renditionsOf(
    Picture &picture, const QList<RenditionOrder> &orders, Crop crop);
