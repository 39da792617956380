#include "app/exports/exportpreview.h"

#include "app/exports/contactsheet.h"
#include "app/exports/datafile.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace {

QList<ExportFlag> firstOf(const QList<ExportFlag> &flags, qsizetype count)
{
    return flags.first(std::min(count, flags.size()));
}

ExportPreview preview(
    const ExportOrder &order, const SheetOrder &sheet, const QSize &box, const AdvanceExport &advance)
{
    return {.image = contactSheetPreview(order.flags, sheet.options, sheet.format, box, advance)};
}

ExportPreview preview(
    const ExportOrder &order, const SpriteOptions &options, const QSize &box, const AdvanceExport &advance)
{
    // No larger than it can be seen, so that it is soon there.
    const QSize whole = spriteSize(options, order.flags.size());
    const double scale
        = std::min({1.0, double(box.width()) / whole.width(), double(box.height()) / whole.height()});
    SpriteOptions small = options;
    small.width = std::max(minimalSpriteWidth, int(std::ceil(options.width * scale)));
    const auto made = makeSprite(order.flags, small, advance);
    const auto *sprite = std::get_if<Sprite>(&made);
    if (!sprite)
        return {};
    const QImage image = QImage::fromData(sprite->files.first().bytes, "PNG");
    const QSize size = image.size().scaled(box, Qt::KeepAspectRatio).boundedTo(image.size());
    return {.image = image.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation)};
}

ExportPreview preview(const ExportOrder &order, DataFormat format, const QSize &, const AdvanceExport &)
{
    constexpr qsizetype enough = 30;
    const QList<ExportFlag> flags = firstOf(order.flags, enough);
    const QByteArray bytes = format == DataFormat::Csv ? flagsAsCsv(flags) : flagsAsJson(flags);
    return {.text = QString::fromUtf8(bytes)};
}

} // namespace

ExportPreview previewOf(const ExportOrder &order, const QSize &box, const AdvanceExport &advance)
{
    ExportPreview shown
        = std::visit([&](const auto &what) { return preview(order, what, box, advance); }, order.what);
    if (!order.path.isEmpty()) {
        shown.replaces = QFileInfo::exists(order.path);
        shown.refusal = refusalOf(order);
    }
    return shown;
}
