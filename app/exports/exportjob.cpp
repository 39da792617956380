#include "app/exports/exportjob.h"

#include "app/logging/logging.h"

namespace {

ExportOutcome performUntilStopped(
    const ExportRequest &request, const std::stop_token &stop, const ReportProgress &report)
{
    const CancelToken cancel = CancelToken::make();
    const std::stop_callback cancelDrawing(stop, [&cancel] { cancel.cancel(); });
    const auto advance = [&](int done, int total) {
        report(done, total);
        return !stop.stop_requested();
    };
    return perform(request, {advance, cancel});
}

} // namespace

ExportJob::ExportJob(QObject *parent)
    : QObject(parent)
    , m_exporting([this](const ExportOutcome &outcome) { Q_EMIT finished(outcome); },
          [this](int done, int total) { Q_EMIT advanced(done, total); })
{
    m_pool.setMaxThreadCount(1);
}

void ExportJob::start(const ExportRequest &request)
{
    Q_ASSERT(!isRunning());
    qCDebug(lcExports) << "exporting" << request.flags.size() << "flags to" << request.path;
    m_exporting.start(m_pool, [request](const std::stop_token &stop, const ReportProgress &report) {
        return performUntilStopped(request, stop, report);
    });
}
