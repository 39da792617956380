#pragma once

#include "app/images/pictureformat.h"

#include <QSize>

#include <optional>

/// Whether the bytes reach the end that the format prescribes. Qt decodes half a GIF or JPEG as success, and
/// a connection that was cut may look complete, so a raster must show its last block. Bytes behind the end
/// are tolerated. Always true of an SVG, which has to be parsed for that.
[[nodiscard]] bool reachesItsEnd(const QByteArray &bytes, PictureFormat format);

/// The size that a raster's headers claim, which is what its decoder allocates. Nothing if they break the
/// rules of the format, and for an SVG.
[[nodiscard]] std::optional<QSize> sizeOfRaster(const QByteArray &bytes, PictureFormat format);
