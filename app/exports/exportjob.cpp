#include "app/exports/exportjob.h"

#include "app/failures/taskresult.h"

#include <QPromise>
#include <QtConcurrent>

namespace {

void carryOutFor(
    QPromise<ExportOutcome> &promise, const ExportOrder &order, const std::shared_ptr<std::atomic_bool> &stop)
{
    promise.addResult(carryOut(order, [&](int done, int total) {
        promise.setProgressRange(0, total);
        promise.setProgressValue(done);
        return !stop->load();
    }));
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

void ExportJob::start(const ExportOrder &order)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_watcher.setFuture(QtConcurrent::run(&m_pool, carryOutFor, order, m_stop));
}

void ExportJob::cancel()
{
    // Not the future's own cancellation: that would lose the result of a file that is being written.
    if (m_stop)
        m_stop->store(true);
}

void ExportJob::end()
{
    m_isRunning = false;
    Q_EMIT finished(resultOf(m_watcher, {Failure{FailureKind::Internal, 0, {}}, {}, {}}));
}
