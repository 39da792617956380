#pragma once

#include "app/exports/exportflag.h"
#include "app/exports/sheetlayout.h"
#include "app/exports/sheettext.h"

/// Draws a contact sheet onto cairo surfaces whose unit is the point, for paper, pictures and previews alike.
class SheetPainter final
{
public:
    SheetPainter(const SheetOptions &options, const SheetLayout &layout);

    /// What stands around the flags of a page: title, page number, and whom the flags are from.
    void drawFrame(cairo_t *cairo, int page, const QString &credits) const;

    /// A flag with its name and code. Where its picture cannot be read, its place stays empty but for the
    /// border, and the reason is returned.
    [[nodiscard]] std::optional<Failure> drawFlag(cairo_t *cairo, const ExportFlag &flag, int number) const;

private:
    [[nodiscard]] QString pageNumber(int page) const;

    const SheetOptions m_options;
    const SheetLayout m_layout;
    const SheetText m_text;
};

/// The sources and licences of the flags, each once, in one line.
[[nodiscard]] QString creditsOf(const QList<ExportFlag> &flags);
