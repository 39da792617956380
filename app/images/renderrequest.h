#pragma once

#include "app/failures/failure.h"
#include "app/images/rendition.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSizeF>

#include <optional>
#include <variant>

// What flagfetch-render is asked for and what it answers, as values and as messages. Whatever a message
// holds, reading it gives a value within the documented limits, or nothing.

/// One picture, and all that is to be made of it at once: it is decoded once.
struct PictureRequest
{
    QByteArray bytes;
    QSize box; ///< the largest picture that fits, in pixels; empty: none
    QList<RenditionOrder> orders;
    Crop crop = Crop::None; ///< of the renditions

    [[nodiscard]] bool drawsNothing() const { return box.isEmpty() && orders.isEmpty(); }
};

struct PictureAnswer
{
    QSizeF naturalSize; ///< pixels of a raster, what an SVG asks for
    QImage fitted; ///< RGB32 or premultiplied ARGB32; null if the box is empty
    QList<Rendition> renditions; ///< one for each order, in their order
};

using RenderRequest = std::variant<PictureRequest>;
using RenderAnswer = std::variant<Failure, PictureAnswer>;

[[nodiscard]] QByteArray messageOf(const RenderRequest &request);
[[nodiscard]] QByteArray messageOf(const RenderAnswer &answer);

[[nodiscard]] std::optional<RenderRequest> requestIn(const QByteArray &message);
[[nodiscard]] std::optional<RenderAnswer> answerIn(const QByteArray &message);
