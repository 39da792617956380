#pragma once

#include "app/failures/failure.h"
#include "app/images/pictureformat.h"
#include "app/images/svgdocument.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <variant>

/// A picture that was checked: of a known format, whole and of bearable size. Most are decoded for that; a
/// PNG, all of whose bytes stand under checksums, only when it is to be seen. Animated ones show their first
/// frame. A value of one thread at a time; made on the pool, never on the GUI thread.
class Picture final
{
public:
    /// Fails with NotAPicture, Truncated or TooLarge.
    [[nodiscard]] static std::variant<Picture, Failure> fromBytes(const QByteArray &bytes);

    [[nodiscard]] PictureFormat format() const { return m_format; }

    /// The largest version with the picture's own ratio that fits the box. Rasters smaller than the box stay
    /// as they are. Null if it cannot be drawn.
    [[nodiscard]] QImage fittedInto(const QSize &box) const;

private:
    using Content = std::variant<QImage, SvgDocument, QByteArray>; // bytes: not decoded yet

    Picture(PictureFormat format, Content content);

    PictureFormat m_format;
    Content m_content;
};
