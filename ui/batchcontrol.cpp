#include "ui/batchcontrol.h"

#include "app/builtin/builtinservers.h"
#include "app/downloads/downloadqueue.h"
#include "app/failures/failuretext.h"
#include "ui/flagmodel.h"

using namespace std::chrono_literals;

BatchControl::BatchControl(
    DownloadQueue &queue, BuiltinServers &servers, FlagModel &model, const WindowOptions &options)
    : m_queue(queue)
    , m_servers(servers)
    , m_model(model)
    , m_options(options)
{
    m_clock.setInterval(100ms);
    connect(&m_clock, &QTimer::timeout, this, &BatchControl::ticked);
    connect(&m_queue, &DownloadQueue::flagStateChanged, &m_model, &FlagModel::setState);
    connect(&m_queue, &DownloadQueue::flagFinished, &m_model, &FlagModel::setResult);
    connect(&m_queue, &DownloadQueue::pauseChanged, this, &BatchControl::pauseChanged);
    connect(&m_queue, &DownloadQueue::finished, this, &BatchControl::end);
}

void BatchControl::start(
    const QStringList &codes, const Source &source, const QString &folder, const QSize &pictureBox)
{
    const auto addressed = m_servers.withAddresses(source);
    if (const auto *failure = std::get_if<Failure>(&addressed)) {
        Q_EMIT problem(failureText(*failure, {}));
        return;
    }
    DownloadRequest request{
        .countries = m_model.countries(codes),
        .source = std::get<Source>(addressed),
        .save = m_options.save,
        .transfer = m_options.transfer,
        .thumbnailSize = pictureBox,
    };
    request.save.folder = folder;
    request.transfer.limit = m_options.limit.value_or(source.defaultLimit);
    m_model.beginBatch(codes, source.title);
    m_clock.start();
    m_queue.start(request);
    Q_EMIT started();
}

void BatchControl::cancel()
{
    m_queue.cancel();
}

void BatchControl::resume()
{
    m_queue.resume();
}

bool BatchControl::isRunning() const
{
    return m_queue.isRunning();
}

BatchProgress BatchControl::progress() const
{
    return m_queue.progress();
}

void BatchControl::end(const BatchProgress &progress)
{
    m_clock.stop();
    if (progress.stoppedBy)
        Q_EMIT problem(failureText(*progress.stoppedBy, {}));
    Q_EMIT finished(progress);
}
