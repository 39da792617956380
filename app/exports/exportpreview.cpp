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
    const ExportRequest &request, const SheetSpec &sheet, const QSize &box, const ExportControl &control)
{
    return {.image = contactSheetPreview(request.flags, sheet.options, sheet.format, box, control)};
}

ExportPreview preview(const ExportRequest &request, const SpriteOptions &options, const QSize &box,
    const ExportControl &control)
{
    // No larger than it can be seen, so that it is soon there.
    const QSize whole = spriteSize(options, request.flags.size());
    const double scale
        = std::min({1.0, double(box.width()) / whole.width(), double(box.height()) / whole.height()});
    SpriteOptions small = options;
    small.width = std::max(minimalSpriteWidth, int(std::ceil(options.width * scale)));
    return {.image = spritePreview(request.flags, small, box, control)};
}

ExportPreview preview(const ExportRequest &request, DataFormat format, const QSize &, const ExportControl &)
{
    constexpr qsizetype enough = 30;
    const QList<ExportFlag> flags = firstOf(request.flags, enough);
    const QByteArray bytes = format == DataFormat::Csv ? flagsAsCsv(flags) : flagsAsJson(flags);
    return {.text = QString::fromUtf8(bytes)};
}

} // namespace

ExportPreview previewOf(const ExportRequest &request, const QSize &box, const ExportControl &control)
{
    ExportPreview shown
        = std::visit([&](const auto &what) { return preview(request, what, box, control); }, request.what);
    if (!request.path.isEmpty()) {
        shown.replaces = QFileInfo::exists(request.path);
        shown.refusal = refusalOf(request);
    }
    return shown;
}
