#pragma once

#include <QByteArray>
#include <QImage>
#include <QRectF>
#include <QSizeF>

#include <memory>
#include <optional>

extern "C" {
using RsvgHandle = struct _RsvgHandle; // NOLINT(bugprone-reserved-identifier): the name is the library's
using cairo_t = struct _cairo; // NOLINT(bugprone-reserved-identifier): the name is the library's
}

/// An SVG, parsed and drawn by librsvg. It is parsed from memory without a base URL: librsvg loads no files
/// or URLs that it refers to, and runs no scripts.
class SvgDocument final
{
public:
    /// Nothing if librsvg cannot parse the bytes; `problem`, if given, receives its message.
    [[nodiscard]] static std::optional<SvgDocument> parse(
        const QByteArray &bytes, QString *problem = nullptr);

    /// The size that the document requests, in pixels. Without size and viewBox: the size of what it draws.
    /// If that is empty or relative: 640 x 480.
    [[nodiscard]] QSizeF naturalSize() const { return m_area.size(); }

    /// Draws the document to fill the size, on a transparent background. Null if it cannot be drawn. `css`
    /// has precedence over the document's style: `svg { color: #123456 }` sets currentColor.
    [[nodiscard]] QImage render(const QSize &size, const QByteArray &css = {}) const;

    /// Like render(), but draws only the centre of a drawing of the size `whole`.
    [[nodiscard]] QImage renderMiddle(const QSizeF &whole, const QSize &size) const;

    /// Draws the document to fill the rectangle, as vectors if the surface supports them. Returns false on
    /// failure, which may leave a partial drawing.
    [[nodiscard]] bool draw(cairo_t *cairo, const QRectF &place) const;

private:
    struct Unref
    {
        void operator()(RsvgHandle *handle) const;
    };

    explicit SvgDocument(RsvgHandle *handle);
    void measure();
    void measureDrawing();

    std::unique_ptr<RsvgHandle, Unref> m_handle;
    QSizeF m_viewport{640, 480}; // reference of percentages in the outermost element
    QRectF m_area{{}, m_viewport}; // the area of the picture in coordinates of the viewport
};
