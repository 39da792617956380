#pragma once

#include "app/failures/failure.h"
#include "app/images/rendition.h"
#include "app/images/sheetformat.h"
#include "app/images/sheetoptions.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSizeF>
#include <QStringList>

#include <optional>
#include <variant>

// What flagfetch-render is asked for and what it answers, as values and as messages. Whatever a message
// holds, reading it gives a value within the documented limits, or nothing.

/// One picture, and all that is to be made of it at once: it is decoded once.
struct PictureRequest
{
    QByteArray bytes;
    QSize box; ///< the largest picture that fits, in pixels; empty: none
    QList<RenditionSpec> renditions;
    Crop crop = Crop::None; ///< of the renditions

    [[nodiscard]] bool drawsNothing() const { return box.isEmpty() && renditions.isEmpty(); }
};

struct PictureAnswer
{
    QSizeF naturalSize; ///< pixels of a raster, what an SVG asks for
    QImage fitted; ///< RGB32 or premultiplied ARGB32; null if the box is empty
    QList<Rendition> renditions; ///< one for each order, in their order
};

/// Begins a picture of many, or a document. AddRequest for each of its pictures follows, then FinishRequest.
/// A request of another kind ends it. Answered with StartedAnswer.
struct SheetRequest
{
    SheetOptions options;
    SheetFormat format = SheetFormat::Pdf;
    QSize previewBox; ///< pixels that the first page is to fit; empty: the whole sheet is made
    QStringList codes; ///< of each picture
    QStringList names; ///< likewise
    QString credits; ///< of all
};

/// Likewise, of pictures in a grid of cells, on transparent ground.
struct SpriteRequest
{
    QSize cell; ///< pixels
    int columns = 1;
    int pictures = 0;
    QSize previewBox; ///< pixels; empty: a PNG file is made
};

/// Draws the next picture in its place; without bytes, a contact sheet's place stays empty. Answered with
/// StartedAnswer, or with the failure of the picture.
struct AddRequest
{
    int number = 0; ///< from 0
    QByteArray bytes;
};

/// Answered with FinishedAnswer.
struct FinishRequest
{
    int pictures = 0; ///< of a sprite: how many cells are filled
};

struct StartedAnswer
{
    int pictures = 0; ///< how many are to be added
};

struct FinishedAnswer
{
    QByteArray file; ///< empty for a preview
    QImage preview; ///< null for a file
};

using RenderRequest = std::variant<PictureRequest, SheetRequest, SpriteRequest, AddRequest, FinishRequest>;
using RenderAnswer = std::variant<Failure, PictureAnswer, StartedAnswer, FinishedAnswer>;

[[nodiscard]] QByteArray messageOf(const RenderRequest &request);
[[nodiscard]] QByteArray messageOf(const RenderAnswer &answer);

[[nodiscard]] std::optional<RenderRequest> requestIn(const QByteArray &message);
[[nodiscard]] std::optional<RenderAnswer> answerIn(const QByteArray &message);
