#pragma once

#include "app/failures/result.h"
#include "app/images/rendition.h"

#include <QByteArray>
#include <QImage>
#include <QList>

class DecodedPicture;

/// The picture at a width, premultiplied ARGB32. Fails with TooLarge if it would be far higher than wide, or
/// with DrawingFailed.
[[nodiscard]] Result<QImage> drawAtWidth(const DecodedPicture &picture, int width, Crop crop);

/// One rendition for each spec, in the same order. Decodes the picture once, also for later calls, and draws
/// it once for each width. The same picture and specs always give the same bytes. Fails with NotAPicture if
/// the picture cannot be decoded, with DrawingTooLarge if there is not enough memory, or like drawAtWidth().
[[nodiscard]] Result<QList<Rendition>> renditionsOf(
    DecodedPicture &picture, const QList<RenditionSpec> &specs, Crop crop);

/// Encodes a premultiplied ARGB32 image as PNG: with a palette if 256 colours suffice, and without alpha
/// channel if it is opaque. The same pixels always give the same bytes. Takes a fraction of the time of
/// drawing the flag, unlike libpng with zlib (see docs/BENCHMARKS.md). Empty if there is not enough memory.
[[nodiscard]] QByteArray pngFile(const QImage &image);
