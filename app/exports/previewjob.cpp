#include "app/exports/previewjob.h"

#include "app/failures/taskresult.h"

#include <QtConcurrent>

#include <utility>

namespace {

ExportPreview drawUnlessStopped(
    const ExportOrder &order, const QSize &box, const std::shared_ptr<std::atomic_bool> &stop)
{
    return previewOf(order, box, [&stop](int, int) { return !stop->load(); });
}

} // namespace

PreviewJob::PreviewJob(QObject *parent)
    : QObject(parent)
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
    m_pool.setMaxThreadCount(1);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PreviewJob::end);
}

PreviewJob::~PreviewJob()
{
    m_watcher.disconnect(this);
    m_stop->store(true);
}

void PreviewJob::request(const ExportOrder &order, const QSize &box)
{
    if (!m_isDrawing)
        return begin({order, box});
    m_next = Request{order, box};
    m_stop->store(true);
}

void PreviewJob::begin(const Request &request)
{
    m_isDrawing = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_watcher.setFuture(QtConcurrent::run(&m_pool, drawUnlessStopped, request.order, request.box, m_stop));
}

void PreviewJob::end()
{
    m_isDrawing = false;
    if (const auto next = std::exchange(m_next, std::nullopt))
        begin(*next);
    else
        Q_EMIT drawn(resultOf(m_watcher));
}
