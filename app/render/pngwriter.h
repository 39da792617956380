#pragma once

#include <QByteArray>
#include <QImage>

/// The image, premultiplied ARGB32, as a PNG file: with a palette where 256 colours are enough, and without
/// transparency where there is none. The same pixels always give the same bytes. Takes a fraction of the time
/// that drawing the flag took, which libpng over zlib does not (see docs/BENCHMARKS.md). Empty if there is
/// not enough memory.
[[nodiscard]] QByteArray pngFile(const QImage &image);
