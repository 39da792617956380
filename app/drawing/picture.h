#pragma once

#include "app/drawing/canceltoken.h"
#include "app/failures/result.h"
#include "app/images/pictureformat.h"
#include "app/images/renderrequest.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QSizeF>

#include <functional>
#include <optional>

/// What to draw of a picture.
struct PictureDrawing
{
    QSize box = {}; ///< for Picture::fittedInto(); empty: draw nothing
    QList<RenditionSpec> renditions = {};
    Crop crop = Crop::None;
};

/// A checked picture: of a known format, complete, and within the size limits. This class does the checks
/// that need no decoder, which suffice for a raster. flagfetch-render parses SVGs and draws all pictures. A
/// value for one thread at a time. Create it on the pool, never on the GUI thread.
class Picture final
{
public:
    /// Also draws `drawing`, which saves a second request. Fails with NotAPicture, BlankPicture if it is
    /// drawn, Truncated, TooLarge, or like RenderPool::ask(). Of a raster that is not drawn, only the
    /// structure is checked.
    [[nodiscard]] static Result<Picture> fromBytes(
        const QByteArray &bytes, const PictureDrawing &drawing = {}, const CancelToken &cancel = {});

    [[nodiscard]] PictureFormat format() const { return m_format; }

    /// Pixels of a raster, or the size that an SVG requests.
    [[nodiscard]] QSizeF naturalSize() const { return m_naturalSize; }

    /// The largest version that fits the box, with unchanged ratio. A raster smaller than the box is not
    /// scaled.
    [[nodiscard]] Result<QImage> fittedInto(const QSize &box) const;

    /// Calls `take` with one rendition for each spec, in the same order, a few at a time as they are drawn.
    /// The same picture and specs always give the same bytes. Fails with NotAPicture if the picture cannot be
    /// decoded, with TooLarge if it is far higher than wide, or like RenderPool::ask().
    [[nodiscard]] std::optional<Failure> drawRenditions(const QList<RenditionSpec> &specs, Crop crop,
        const std::function<void(const Rendition &)> &take) const;

private:
    Picture(PictureFormat format, QByteArray bytes, CancelToken cancel);

    /// Also checks that the answer matches the request.
    [[nodiscard]] Result<PictureAnswer> draw(const PictureDrawing &drawing) const;

    PictureFormat m_format;
    QByteArray m_bytes;
    CancelToken m_cancel;
    QSizeF m_naturalSize;
    PictureDrawing m_drawing; // drawn in fromBytes()
    PictureAnswer m_drawn;
};

/// The picture in the bytes, like Picture::fittedInto(). Null if it cannot be drawn.
[[nodiscard]] QImage fittedInto(const QByteArray &bytes, const QSize &box, const CancelToken &cancel = {});
