#pragma once

#include "app/failures/failure.h"
#include "app/images/pictureformat.h"
#include "app/render/svgdocument.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QSizeF>

#include <variant>

/// A picture that was checked and decoded: of a known format, whole and of bearable size. A PNG, all of whose
/// bytes stand under checksums, is decoded only when it is drawn. Animated ones show their first frame.
class DecodedPicture final
{
public:
    /// Fails with NotAPicture, Truncated or TooLarge.
    [[nodiscard]] static std::variant<DecodedPicture, Failure> fromBytes(const QByteArray &bytes);

    [[nodiscard]] PictureFormat format() const { return m_format; }

    /// The largest version with the picture's own ratio that fits the box. Rasters smaller than the box stay
    /// as they are. Null if it cannot be drawn.
    [[nodiscard]] QImage fittedInto(const QSize &box) const;

    /// Decodes now what would else be decoded for each drawing: for who draws more than once. Whether there
    /// is something to draw.
    [[nodiscard]] bool decode();

    /// The picture's size in its own units: pixels of a raster, what an SVG asks for.
    [[nodiscard]] QSizeF naturalSize() const;

    /// The middle of the picture, of this size in its own units, drawn to fill `size` pixels: premultiplied
    /// ARGB32. Null if it cannot be drawn. Rasters are enlarged if that is what is asked for.
    [[nodiscard]] QImage middleDrawn(const QSizeF &middle, const QSize &size) const;

    /// The document, where the picture is an SVG.
    [[nodiscard]] const SvgDocument *document() const { return std::get_if<SvgDocument>(&m_content); }

private:
    using Content = std::variant<QImage, SvgDocument, QByteArray>; // bytes: not decoded yet

    DecodedPicture(PictureFormat format, Content content);

    [[nodiscard]] QImage raster() const; ///< null for an SVG, or if it cannot be decoded

    PictureFormat m_format;
    Content m_content;
};
