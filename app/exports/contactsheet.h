#pragma once

#include "app/exports/exportflag.h"
#include "app/exports/sheetformat.h"
#include "app/exports/sheetoptions.h"

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

// Free functions of values for the pool. They read the pictures one after another and keep none, fail with
// Cancelled where `advance` says so, and with TooLarge where the memory does not suffice.

/// Pages of the paper's size; flags that are SVG stay vectors.
[[nodiscard]] std::variant<ContactSheet, Failure> contactSheetPdf(
    const QList<ExportFlag> &flags, const SheetOptions &options, const AdvanceExport &advance);

/// One page for all flags, as wide as its columns and as long as its rows, with 150 dots per inch, or fewer
/// where it would become too large for programs that show pictures. The paper does not matter.
[[nodiscard]] std::variant<ContactSheet, Failure> contactSheetPng(
    const QList<ExportFlag> &flags, const SheetOptions &options, const AdvanceExport &advance);

/// The first page, as large as fits the box of pixels. Null if `advance` ended it.
[[nodiscard]] QImage contactSheetPreview(const QList<ExportFlag> &flags, const SheetOptions &options,
    SheetFormat format, const QSize &box, const AdvanceExport &advance);
