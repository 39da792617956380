#pragma once

#include <QByteArray>
#include <QImage>
#include <QRectF>
#include <QSizeF>

#include <memory>
#include <optional>

extern "C" {
using RsvgHandle = struct _RsvgHandle;
using cairo_t = struct _cairo;
}

/// A parsed SVG, drawn by librsvg. Parsed from memory and without a base address: nothing that the document
/// names, a file or an address, is ever read, and no script runs.
class SvgDocument final
{
public:
    /// Nothing if the bytes are no SVG that librsvg understands; `problem`, if given, then says why.
    [[nodiscard]] static std::optional<SvgDocument> parse(
        const QByteArray &bytes, QString *problem = nullptr);

    /// The size that the document asks for, in pixels. Where it has neither a size nor a viewBox, the size of
    /// what it draws; where that is nothing, or percentages alone, a 4:3 one.
    [[nodiscard]] QSizeF naturalSize() const { return m_area.size(); }

    /// Drawn to fill the size, on transparent ground; null if it cannot be drawn. `css` is applied above the
    /// document's own style: `svg { color: #123456 }` sets what the document calls currentColor.
    [[nodiscard]] QImage render(const QSize &size, const QByteArray &css = {}) const;

    /// As render(), but of a drawing of the size `whole` only the middle.
    [[nodiscard]] QImage renderMiddle(const QSizeF &whole, const QSize &size) const;

    /// Draws the whole document so that it fills the rectangle, as vectors where the surface takes them.
    /// Whether it could; what was drawn before a failure stays.
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
    QSizeF m_viewport{640, 480}; // that percentages of the outermost element refer to
    QRectF m_area{{}, m_viewport}; // of the viewport's coordinates that makes up the picture
};
