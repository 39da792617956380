#pragma once

#include "app/images/pictureformat.h"

#include <QSize>

#include <optional>

/// Whether the bytes reach the end that the format prescribes. Qt decodes half a GIF or JPEG as success, and
/// a connection that was cut may look complete, so a raster must show its last block. Bytes behind the end
/// are tolerated.
[[nodiscard]] bool reachesItsEnd(const QByteArray &bytes, PictureFormat format);

/// The size that a PNG's header claims. Nothing if the header breaks the rules of the format.
[[nodiscard]] std::optional<QSize> sizeOfPng(const QByteArray &bytes);
