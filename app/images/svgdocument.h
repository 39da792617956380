#pragma once

#include <QByteArray>
#include <QImage>
#include <QSizeF>

#include <memory>
#include <optional>

extern "C" {
using RsvgHandle = struct _RsvgHandle;
}

/// A parsed SVG, drawn by librsvg. Parsed from memory and without a base address: nothing that the document
/// names, a file or an address, is ever read, and no script runs.
class SvgDocument final
{
public:
    /// Nothing if the bytes are no SVG that librsvg understands; `problem`, if given, then says why.
    [[nodiscard]] static std::optional<SvgDocument> parse(
        const QByteArray &bytes, QString *problem = nullptr);

    /// The size that the document asks for, in pixels; a 4:3 one if it asks for none.
    [[nodiscard]] QSizeF naturalSize() const;

    /// Drawn to fill the size, on transparent ground; null if it cannot be drawn. `css` is applied above the
    /// document's own style: `svg { color: #123456 }` sets what the document calls currentColor.
    [[nodiscard]] QImage render(const QSize &size, const QByteArray &css = {}) const;

private:
    struct Unref
    {
        void operator()(RsvgHandle *handle) const;
    };

    explicit SvgDocument(RsvgHandle *handle);

    std::unique_ptr<RsvgHandle, Unref> m_handle;
};
