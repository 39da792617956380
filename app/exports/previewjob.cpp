#include "app/exports/previewjob.h"

#include "app/failures/taskresult.h"

#include <QtConcurrent>

#include <utility>

namespace {

ExportPreview drawUnlessStopped(const ExportRequest &request, const QSize &box, const CancelToken &cancel)
{
    return previewOf(request, box, {[&cancel](int, int) { return !cancel.isCancelled(); }, cancel});
}

} // namespace

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
        QtConcurrent::run(&m_pool, drawUnlessStopped, request.request, request.box, m_cancel));
}

void PreviewJob::end()
{
    m_isDrawing = false;
    if (const auto next = std::exchange(m_next, std::nullopt))
        begin(*next);
    else
        Q_EMIT drawn(resultOf(m_watcher));
}
