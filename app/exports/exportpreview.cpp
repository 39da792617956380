#include "app/exports/exportpreview.h"

#include "app/failures/taskresult.h"

#include <QFileInfo>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <utility>

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
    // Draw it no larger than shown, so that the preview is fast.
    const QSize whole = spriteSize(options, request.flags.size());
    const double scale
        = std::min({1.0, double(box.width()) / whole.width(), double(box.height()) / whole.height()});
    SpriteOptions small = options;
    small.width = std::max(minimalSpriteWidth, int(std::ceil(options.width * scale)));
    return {.image = spritePreview(request.flags, small, box, control)};
}

ExportPreview preview(const ExportRequest &request, DataFormat format, const QSize &, const ExportControl &)
{
    constexpr qsizetype shownFlags = 30;
    const QList<ExportFlag> flags = firstOf(request.flags, shownFlags);
    return {.text = QString::fromUtf8(dataFile(flags, format))};
}

ExportPreview drawUnlessCancelled(const ExportRequest &request, const QSize &box, const CancelToken &cancel)
{
    return previewOf(request, box, {[&cancel](int, int) { return !cancel.isCancelled(); }, cancel});
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

PreviewJob::PreviewJob(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PreviewJob::end);
}

PreviewJob::~PreviewJob()
{
    m_watcher.disconnect(this);
    m_cancel.cancel();
}

void PreviewJob::request(const ExportRequest &request, const QSize &box)
{
    if (!m_isDrawing)
        return begin({request, box});
    m_next = Request{request, box};
    m_cancel.cancel();
}

void PreviewJob::begin(const Request &request)
{
    m_isDrawing = true;
    m_cancel = CancelToken::make();
    m_watcher.setFuture(
        QtConcurrent::run(&m_pool, drawUnlessCancelled, request.request, request.box, m_cancel));
}

void PreviewJob::end()
{
    m_isDrawing = false;
    if (const auto next = std::exchange(m_next, std::nullopt))
        begin(*next);
    else
        Q_EMIT drawn(resultOf(m_watcher));
}
