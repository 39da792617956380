#pragma once

#include "app/failures/result.h"
#include "app/images/pictureformat.h"
#include "app/render/svgdocument.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QSizeF>

#include <variant>

/// Whether no pixel of the image can be seen.
[[nodiscard]] bool isTransparent(const QImage &image);

/// A checked and decoded picture: of a known format, complete, and within the size limits. A PNG is decoded
/// only when it is drawn, because checksums cover all its bytes. An animation shows its first frame.
class DecodedPicture final
{
public:
    /// Fails with NotAPicture, Truncated or TooLarge.
    [[nodiscard]] static Result<DecodedPicture> fromBytes(const QByteArray &bytes);

    [[nodiscard]] PictureFormat format() const { return m_format; }

    /// The largest version that fits the box, with unchanged ratio. A raster smaller than the box is not
    /// scaled. Null if it cannot be drawn.
    [[nodiscard]] QImage fittedInto(const QSize &box) const;

    /// Decodes a raster now. Without this call each drawing decodes it again. Returns false if that fails.
    [[nodiscard]] bool decode();

    /// Pixels of a raster, or the size that an SVG requests.
    [[nodiscard]] QSizeF naturalSize() const;

    /// Draws the centre of the picture, of the size `middle` in units of naturalSize(), to fill `size`
    /// pixels: premultiplied ARGB32. Enlarges rasters if requested. Null if it cannot be drawn.
    [[nodiscard]] QImage drawMiddle(const QSizeF &middle, const QSize &size) const;

    /// The document of an SVG; null for a raster.
    [[nodiscard]] const SvgDocument *document() const { return std::get_if<SvgDocument>(&m_content); }

private:
    struct EncodedRaster
    {
        QByteArray bytes;
        QSize size;
    };
    using Content = std::variant<QImage, SvgDocument, EncodedRaster>;

    DecodedPicture(PictureFormat format, Content content);

    [[nodiscard]] QImage raster() const; ///< null for an SVG, or if it cannot be decoded

    PictureFormat m_format;
    Content m_content;
};
