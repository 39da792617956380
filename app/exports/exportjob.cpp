#include "app/exports/exportjob.h"

#include "app/failures/taskresult.h"
#include "app/logging/logging.h"

#include <QPromise>
#include <QtConcurrent>

namespace {

void performInPool(QPromise<ExportOutcome> &promise, const ExportRequest &request, const CancelToken &cancel)
{
    const auto advance = [&](int done, int total) {
        promise.setProgressRange(0, total);
        promise.setProgressValue(done);
        return !cancel.isCancelled();
    };
    promise.addResult(perform(request, {advance, cancel}));
}

} // namespace

ExportJob::ExportJob(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
        [this](int done) { Q_EMIT advanced(done, m_watcher.progressMaximum()); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExportJob::end);
}

ExportJob::~ExportJob()
{
    m_watcher.disconnect(this);
    cancel();
}

void ExportJob::start(const ExportRequest &request)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_cancel = CancelToken::make();
    qCDebug(lcExports) << "exporting" << request.flags.size() << "flags to" << request.path;
    m_watcher.setFuture(QtConcurrent::run(&m_pool, performInPool, request, m_cancel));
}

void ExportJob::cancel()
{
    // Not QFuture::cancel(), which would discard the result of a file that is being written.
    m_cancel.cancel();
}

void ExportJob::end()
{
    m_isRunning = false;
    Q_EMIT finished(resultOf(m_watcher, {Failure{FailureKind::Internal, 0, {}}, {}, {}}));
}
