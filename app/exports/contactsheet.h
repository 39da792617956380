#pragma once

#include "app/exports/composing.h"
#include "app/images/sheetoptions.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <optional>

/// What contact sheet to create.
struct SheetSpec
{
    SheetOptions options;
    SheetFormat format = SheetFormat::Pdf;
};

/// The format for a file name suffix in any case; nothing for other suffixes.
[[nodiscard]] std::optional<SheetFormat> sheetFormatOf(const QString &fileName);

/// The content of the file, and the flags whose places stayed empty.
struct ContactSheet
{
    QByteArray bytes;
    QList<LeftOutFlag> leftOut;
};

// Functions for the pool. They fail with Cancelled if `control` cancels them, with TooLarge or
// DrawingTooLarge if there is not enough memory, or like RenderPool::ask().

/// A PDF has pages of the paper's size, on which SVG flags stay vectors. A PNG is one page; the paper is
/// ignored.
[[nodiscard]] Result<ContactSheet> contactSheet(const QList<ExportFlag> &flags, const SheetOptions &options,
    SheetFormat format, const ExportControl &control);

/// A page of a contact sheet.
struct SheetPreview
{
    QImage image; ///< scaled to fit the box
    int page = 0;
    int pages = 1;
    int columns = 1;
};

/// Which page to draw; of a sheet with fewer pages the last one.
struct SheetPage
{
    int number = 0; ///< from 0
    QSize box; ///< pixels
};

/// Fails like contactSheet().
[[nodiscard]] Result<SheetPreview> contactSheetPreview(const QList<ExportFlag> &flags,
    const SheetOptions &options, SheetFormat format, const SheetPage &page, const ExportControl &control);
