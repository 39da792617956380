#include "app/exports/exportpreview.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <stop_token>
#include <utility>

namespace {

QList<ExportFlag> firstOf(const QList<ExportFlag> &flags, qsizetype count)
{
    return flags.first(std::min(count, flags.size()));
}

ExportPreview preview(
    const ExportRequest &request, const SheetSpec &sheet, const SheetPage &page, const ExportControl &control)
{
    auto drawn = contactSheetPreview(request.flags, sheet.options, sheet.format, page, control);
    if (!drawn)
        return {};
    return {.image = std::move(drawn->image),
        .page = drawn->page,
        .pages = drawn->pages,
        .columns = drawn->columns};
}

ExportPreview preview(const ExportRequest &request, const SpriteOptions &options, const SheetPage &page,
    const ExportControl &control)
{
    const QSize &box = page.box;
    // Draw it no larger than shown, so that the preview is fast.
    const QSize whole = spriteSize(options, request.flags.size());
    const double scale
        = std::min({1.0, double(box.width()) / whole.width(), double(box.height()) / whole.height()});
    SpriteOptions small = options;
    small.width = std::max(minimalSpriteWidth, int(std::ceil(options.width * scale)));
    return {.image = spritePreview(request.flags, small, box, control),
        .columns = spriteColumns(options, request.flags.size())};
}

ExportPreview preview(
    const ExportRequest &request, DataFormat format, const SheetPage &, const ExportControl &)
{
    constexpr qsizetype shownFlags = 30;
    const QList<ExportFlag> flags = firstOf(request.flags, shownFlags);
    return {.text = QString::fromUtf8(dataFile(flags, format))};
}

ExportPreview drawUntilStopped(
    const ExportRequest &request, const SheetPage &page, const std::stop_token &stop)
{
    const CancelToken cancel = CancelToken::make();
    const std::stop_callback cancelDrawing(stop, [&cancel] { cancel.cancel(); });
    return previewOf(request, page, {[&stop](int, int) { return !stop.stop_requested(); }, cancel});
}

} // namespace

ExportPreview previewOf(const ExportRequest &request, const SheetPage &page, const ExportControl &control)
{
    ExportPreview shown
        = std::visit([&](const auto &what) { return preview(request, what, page, control); }, request.what);
    if (!request.path.isEmpty()) {
        shown.replaces = QFileInfo::exists(request.path);
        shown.refusal = refusalOf(request);
    }
    return shown;
}

PreviewJob::PreviewJob(QObject *parent)
    : QObject(parent)
    , m_drawing([this](const ExportPreview &preview) { Q_EMIT drawn(preview); })
{
    m_pool.setMaxThreadCount(1);
}

void PreviewJob::request(const ExportRequest &request, const SheetPage &page)
{
    m_drawing.start(m_pool,
        [request, page](const std::stop_token &stop) { return drawUntilStopped(request, page, stop); });
}
