#pragma once

#include "app/exports/composing.h"
#include "app/images/sheetformat.h"
#include "app/images/sheetoptions.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <variant>

/// A contact sheet as it goes into a file, and the flags whose places stayed empty.
struct ContactSheet
{
    QByteArray bytes;
    QList<LeftOutFlag> leftOut;
};

// Free functions of values for the pool. They fail with Cancelled where `control` says so, with TooLarge or
// DrawingTooLarge where the memory does not suffice, or as RenderPool::ask().

/// As a PDF, pages of the paper's size, on which flags that are SVG stay vectors. As a PNG, one page for all;
/// the paper does not matter.
[[nodiscard]] std::variant<ContactSheet, Failure> contactSheet(const QList<ExportFlag> &flags,
    const SheetOptions &options, SheetFormat format, const ExportControl &control);

/// The first page, as large as fits the box of pixels. Null if there is none.
[[nodiscard]] QImage contactSheetPreview(const QList<ExportFlag> &flags, const SheetOptions &options,
    SheetFormat format, const QSize &box, const ExportControl &control);
