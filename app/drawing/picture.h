#pragma once

#include "app/drawing/canceltoken.h"
#include "app/failures/failure.h"
#include "app/images/pictureformat.h"
#include "app/images/renderrequest.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QSizeF>

#include <functional>
#include <optional>
#include <variant>

/// What is drawn of a picture.
struct PictureDrawing
{
    QSize box = {}; ///< as for Picture::fittedInto(); empty: nothing
    QList<RenditionSpec> renditions = {};
    Crop crop = Crop::None;
};

/// A picture that was checked: of a known format, whole and of bearable size. What shows that without
/// decoding is checked here, and is enough for a raster; an SVG is parsed by flagfetch-render, which also
/// draws them all. A value of one thread at a time; made on the pool, never on the GUI thread.
class Picture final
{
public:
    /// `drawing` is drawn in the same step, which saves a second one. Fails with NotAPicture, Truncated,
    /// TooLarge, or as RenderPool::ask().
    [[nodiscard]] static std::variant<Picture, Failure> fromBytes(
        const QByteArray &bytes, const PictureDrawing &drawing = {}, const CancelToken &cancel = {});

    [[nodiscard]] PictureFormat format() const { return m_format; }

    /// The picture's size in its own units: pixels of a raster, what an SVG asks for.
    [[nodiscard]] QSizeF naturalSize() const { return m_naturalSize; }

    /// The largest version with the picture's own ratio that fits the box. Rasters smaller than the box stay
    /// as they are.
    [[nodiscard]] std::variant<QImage, Failure> fittedInto(const QSize &box) const;

    /// Takes one for each order, in their order, as they are drawn: a few at a time. The same picture and
    /// orders always give the same bytes. Fails with NotAPicture if the picture cannot be decoded, with
    /// TooLarge for a ribbon, far higher than wide, or as RenderPool::ask().
    [[nodiscard]] std::optional<Failure> drawRenditions(const QList<RenditionSpec> &specs, Crop crop,
        const std::function<void(const Rendition &)> &take) const;

private:
    Picture(PictureFormat format, QByteArray bytes, CancelToken cancel);

    /// Checks that the answer is to this request.
    [[nodiscard]] std::variant<PictureAnswer, Failure> draw(const PictureDrawing &drawing) const;

    PictureFormat m_format;
    QByteArray m_bytes;
    CancelToken m_cancel;
    QSizeF m_naturalSize;
    PictureDrawing m_drawing; // that is drawn already
    PictureAnswer m_drawn;
};

/// The picture in the bytes, as Picture::fittedInto() has it; null where there is none that can be drawn.
[[nodiscard]] QImage fittedInto(const QByteArray &bytes, const QSize &box, const CancelToken &cancel = {});
