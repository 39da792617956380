#pragma once

#include "app/failures/failure.h"
#include "app/images/rendition.h"
#include "app/images/sheetoptions.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSizeF>
#include <QStringList>

#include <variant>

// The requests to flagfetch-render and its answers, as values. rendermessage.h encodes and sends them.

/// Draws one picture in one step, so that it is decoded once.
struct PictureRequest
{
    QByteArray bytes;
    QSize box; ///< draws the largest picture that fits, in pixels; empty: none
    QList<RenditionSpec> renditions;
    Crop crop = Crop::None; ///< of the renditions

    [[nodiscard]] bool isCheckOnly() const { return box.isEmpty() && renditions.isEmpty(); }
};

struct PictureAnswer
{
    QSizeF naturalSize; ///< pixels of a raster, or the size that an SVG requests
    QImage fitted; ///< RGB32 or premultiplied ARGB32; null if the box is empty
    QList<Rendition> renditions; ///< one for each spec, in the same order
};

/// Begins a contact sheet. An AddRequest for each picture and a FinishRequest follow; any other request
/// discards the sheet. The answer is StartedAnswer.
struct SheetRequest
{
    SheetOptions options;
    SheetFormat format = SheetFormat::Pdf;
    QSize previewBox; ///< pixels: draws only `previewPage`, to fit this box; empty: the whole sheet
    int previewPage = 0; ///< the last page if the sheet has fewer
    QStringList codes; ///< one for each picture
    QStringList names; ///< one for each picture
    QString credits; ///< of all pictures
};

/// Begins a sprite: pictures in a grid of cells on a transparent background. Otherwise like SheetRequest.
struct SpriteRequest
{
    QSize cell; ///< pixels
    int columns = 1;
    int pictures = 0;
    QSize previewBox; ///< pixels; empty: the answer is a PNG file
};

/// Draws the next picture. Without bytes its place on a contact sheet stays empty. The answer is
/// StartedAnswer, or the failure of this picture.
struct AddRequest
{
    int number = 0; ///< from 0
    QByteArray bytes;
};

/// Completes a contact sheet or sprite. The answer is FinishedAnswer.
struct FinishRequest
{
    int pictures = 0; ///< for a sprite: number of filled cells
};

struct StartedAnswer
{
    int first = 0; ///< number of the first picture to add
    int pictures = 0; ///< how many to add
    int page = 0; ///< that a preview shows
    int pages = 1; ///< of the result
    int columns = 1; ///< of the result
};

struct FinishedAnswer
{
    QByteArray file; ///< empty for a preview
    QImage preview; ///< null for a file
};

using RenderRequest = std::variant<PictureRequest, SheetRequest, SpriteRequest, AddRequest, FinishRequest>;
using RenderAnswer = std::variant<Failure, PictureAnswer, StartedAnswer, FinishedAnswer>;
