#include "app/exports/exportpreview.h"

#include "app/exports/contactsheet.h"
#include "app/exports/datafile.h"

#include <QFileInfo>

#include <algorithm>

namespace {

QList<ExportFlag> firstOf(const QList<ExportFlag> &flags, qsizetype count)
{
    return flags.first(std::min(count, flags.size()));
}

ExportPreview preview(
    const ExportOrder &order, const SheetOrder &sheet, const QSize &box, const AdvanceExport &advance)
{
    return {.image = contactSheetPreview(order.flags, sheet.options, sheet.format, box, advance), .text = {}};
}

ExportPreview preview(
    const ExportOrder &order, const SpriteOptions &options, const QSize &box, const AdvanceExport &advance)
{
    // No larger than it can be seen.
    SpriteOptions small = options;
    small.width = std::min(options.width, 2 * minimalSpriteWidth);
    const auto made = makeSprite(order.flags, small, advance);
    const auto *sprite = std::get_if<Sprite>(&made);
    if (!sprite)
        return {};
    const QImage image = QImage::fromData(sprite->files.first().bytes, "PNG");
    return {.image = image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation), .text = {}};
}

ExportPreview preview(const ExportOrder &order, DataFormat format, const QSize &, const AdvanceExport &)
{
    constexpr qsizetype enough = 30;
    const QList<ExportFlag> flags = firstOf(order.flags, enough);
    const QByteArray bytes = format == DataFormat::Csv ? flagsAsCsv(flags) : flagsAsJson(flags);
    return {.image = {}, .text = QString::fromUtf8(bytes)};
}

} // namespace

ExportPreview previewOf(const ExportOrder &order, const QSize &box, const AdvanceExport &advance)
{
    ExportPreview shown
        = std::visit([&](const auto &what) { return preview(order, what, box, advance); }, order.what);
    shown.replaces = !order.path.isEmpty() && QFileInfo::exists(order.path);
    return shown;
}
