#pragma once

#include "app/failures/failure.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <optional>

// Checks of pictures that need no decoder. They run in the program, before flagfetch-render gets the bytes.

/// The accepted formats; all others are rejected.
enum class PictureFormat {
    Gif,
    Png,
    Jpeg,
    WebP,
    Svg,
};

/// Detects the format from the first bytes, whatever the file name or media type is.
[[nodiscard]] std::optional<PictureFormat> sniffFormat(const QByteArray &bytes);

/// The file name suffix without a dot; for rasters also the name of Qt's decoder.
[[nodiscard]] QString suffixOf(PictureFormat format);

/// Whether the bytes reach the end that the format prescribes. Qt decodes half a GIF or JPEG successfully,
/// and an interrupted transfer may look complete, so a raster must have its last block. Bytes after the end
/// are tolerated. Always true for an SVG, which has to be parsed for that.
[[nodiscard]] bool reachesItsEnd(const QByteArray &bytes, PictureFormat format);

/// The size in the headers of a raster, which its decoder allocates. Nothing for an SVG, or if the headers
/// violate the format.
[[nodiscard]] std::optional<QSize> sizeOfRaster(const QByteArray &bytes, PictureFormat format);

/// Memory limit of a decoded picture, 4096 x 4096 pixels. Common sets of flags are at most 2560 pixels wide.
inline constexpr int maximalPictureMebibytes = 64;

/// TooLarge if a raster of this size exceeds maximalPictureMebibytes.
[[nodiscard]] std::optional<Failure> refusalOfSize(const QSize &size);

/// Whether an SVG exceeds limits on input that takes parsers quadratic time or much memory: attributes of one
/// element, and the text that its entities expand to. No flag needs that much. Takes linear time. Counts
/// bytes, which is valid in every encoding that contains ASCII.
[[nodiscard]] bool exceedsSvgLimits(const QByteArray &bytes);
