#pragma once

#include "app/failures/result.h"

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

/// Follows the structure of a raster to its end, in linear time and without making pixels: Qt decodes half a
/// GIF or JPEG successfully, and an interrupted transfer may look complete. Returns the size that the decoder
/// allocates. Fails with NotAPicture, Truncated or TooLarge. Bytes after the end are tolerated. The file of
/// each format says which damage is not found.
[[nodiscard]] Result<QSize> checkRaster(const QByteArray &bytes, PictureFormat format);

/// Memory limit of a decoded picture, 4096 x 4096 pixels. Common sets of flags are at most 2560 pixels wide.
inline constexpr int maximalPictureMebibytes = 64;

/// Whether an SVG exceeds limits on input that takes parsers quadratic time or much memory: attributes of one
/// element, and the text that its entities expand to. No flag needs that much. Takes linear time. Counts
/// bytes, which is valid in every encoding that contains ASCII.
[[nodiscard]] bool exceedsSvgLimits(const QByteArray &bytes);
