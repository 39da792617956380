#pragma once

#include "app/failures/failure.h"
#include "app/images/rendition.h"

#include <QImage>
#include <QList>

#include <variant>

class DecodedPicture;

/// The picture at that width, premultiplied ARGB32. Fails with TooLarge for a ribbon, far higher than wide,
/// and with DrawingFailed.
[[nodiscard]] std::variant<QImage, Failure> drawnAtWidth(const DecodedPicture &picture, int width, Crop crop);

/// One for each order, in their order. The picture is decoded once, for later calls too, and drawn once for
/// each width. The same picture and orders always give the same bytes. Fails with NotAPicture if the picture
/// cannot be decoded, with DrawingTooLarge where the memory does not suffice, or as drawnAtWidth().
[[nodiscard]] std::variant<QList<Rendition>, Failure> renditionsOf(
    DecodedPicture &picture, const QList<RenditionSpec> &specs, Crop crop);
