#pragma once

#include "app/failures/failure.h"
#include "app/render/sheetlayout.h"
#include "app/render/sheettext.h"

#include <optional>

class DecodedPicture;

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
