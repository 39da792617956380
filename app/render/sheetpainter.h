#pragma once

#include "app/failures/failure.h"
#include "app/render/sheetlayout.h"
#include "app/render/sheettext.h"

#include <optional>

class DecodedPicture;

/// Draws a contact sheet onto cairo surfaces whose unit is the point, for paper, pictures and previews alike.
class SheetPainter final
{
public:
    SheetPainter(const SheetOptions &options, const SheetLayout &layout);

    /// What stands around the flags of a page: title, page number, and whom the flags are from.
    void drawFrame(cairo_t *cairo, int page, const QString &credits) const;

    /// A flag's picture with its border; without a picture the place stays empty but for that. False if it
    /// cannot be drawn.
    [[nodiscard]] bool drawPicture(cairo_t *cairo, const DecodedPicture *picture, int number) const;
    /// Below it.
    void drawNames(cairo_t *cairo, const QString &name, const QString &code, int number) const;

private:
    [[nodiscard]] QString pageNumber(int page) const;

    const SheetOptions m_options;
    const SheetLayout m_layout;
    const SheetText m_text;
};
