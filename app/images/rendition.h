#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <optional>

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
struct RenditionSpec
{
    RenditionFormat format = RenditionFormat::Png;
    int width = 0; ///< pixels, 1 to maximalRenditionWidth

    friend bool operator==(const RenditionSpec &, const RenditionSpec &) = default;
};

inline constexpr int maximalRenditionWidth = 4096;

/// A picture converted. An SVG has exactly the width that was ordered; a raster is never enlarged, and may be
/// smaller.
struct Rendition
{
    RenditionSpec spec;
    QSize size; ///< pixels
    QByteArray bytes; ///< of the file

    [[nodiscard]] bool isSmallerThanRequested() const { return size.width() < spec.width; }
};
