#pragma once

#include "app/render/sheetlayout.h"

#include <QColor>
#include <QRectF>
#include <QString>

#include <memory>

class DecodedPicture;

extern "C" {
using cairo_t = struct _cairo; // NOLINT(bugprone-reserved-identifier): the name is the library's
using PangoContext = struct _PangoContext; // NOLINT(bugprone-reserved-identifier): the name is the library's
}

/// Draws text of any language on a cairo surface with Pango, which shapes it and sets its direction. Uses the
/// system's fonts and needs no application object. Not thread-safe.
class SheetText final
{
public:
    enum class Alignment {
        Start, ///< left, or right on a page that runs from right to left
        Centre,
        End,
    };

    struct Style
    {
        double size = 10; ///< points
        bool bold = false;
        QColor colour = Qt::black;
        Alignment alignment = Alignment::Start;
        int lines = 1; ///< a longer text is scaled down to 80 %, then elided
    };

    /// `language` (BCP 47) selects glyphs of characters that several languages share.
    SheetText(const QString &language, bool rightToLeft);

    /// Draws from the top of the place and returns the height of the text.
    double write(cairo_t *cairo, const QString &text, const QRectF &place, const Style &style) const;

private:
    struct Unref
    {
        void operator()(PangoContext *context) const;
    };

    bool m_rightToLeft;
    std::unique_ptr<PangoContext, Unref> m_context;
};

/// Draws a contact sheet on cairo surfaces whose unit is the point: PDF pages, pictures and previews.
class SheetPainter final
{
public:
    SheetPainter(const SheetOptions &options, const SheetLayout &layout);

    /// Draws the title, the page number and the credits of a page.
    void drawFrame(cairo_t *cairo, int page, const QString &credits) const;

    /// Draws a flag's picture with a border, or only the border if `picture` is null. Returns false if the
    /// picture cannot be drawn.
    [[nodiscard]] bool drawPicture(cairo_t *cairo, const DecodedPicture *picture, int number) const;
    /// Draws name and code below the picture.
    void drawNames(cairo_t *cairo, const QString &name, const QString &code, int number) const;

private:
    [[nodiscard]] QString pageNumber(int page) const;

    const SheetOptions m_options;
    const SheetLayout m_layout;
    const SheetText m_text;
};
