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
    const ExportOrder &order, const SheetOrder &sheet, const QSize &box, const ExportControl &control)
{
    return {.image = contactSheetPreview(order.flags, sheet.options, sheet.format, box, control)};
}

ExportPreview preview(
    const ExportOrder &order, const SpriteOptions &options, const QSize &box, const ExportControl &control)
{
    // No larger than it can be seen, so that it is soon there.
    const QSize whole = spriteSize(options, order.flags.size());
    const double scale
        = std::min({1.0, double(box.width()) / whole.width(), double(box.height()) / whole.height()});
    SpriteOptions small = options;
    small.width = std::max(minimalSpriteWidth, int(std::ceil(options.width * scale)));
    return {.image = spritePreview(order.flags, small, box, control)};
}

ExportPreview preview(const ExportOrder &order, DataFormat format, const QSize &, const ExportControl &)
{
    constexpr qsizetype enough = 30;
    const QList<ExportFlag> flags = firstOf(order.flags, enough);
    const QByteArray bytes = format == DataFormat::Csv ? flagsAsCsv(flags) : flagsAsJson(flags);
    return {.text = QString::fromUtf8(bytes)};
}

} // namespace

ExportPreview previewOf(const ExportOrder &order, const QSize &box, const ExportControl &control)
{
    ExportPreview shown
        = std::visit([&](const auto &what) { return preview(order, what, box, control); }, order.what);
    if (!order.path.isEmpty()) {
        shown.replaces = QFileInfo::exists(order.path);
        shown.refusal = refusalOf(order);
    }
    return shown;
}
