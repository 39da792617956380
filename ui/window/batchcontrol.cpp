#include "ui/window/batchcontrol.h"

#include "app/builtin/builtinservers.h"
#include "app/downloads/downloadqueue.h"
#include "app/failures/failuretext.h"
#include "ui/grid/flagmodel.h"

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
    connect(&m_queue, &DownloadQueue::flagHeldBack, &m_model, &FlagModel::beginServerWait);
    connect(&m_queue, &DownloadQueue::flagFinished, &m_model, &FlagModel::setResult);
    connect(&m_queue, &DownloadQueue::pauseChanged, this, &BatchControl::pauseChanged);
    connect(&m_queue, &DownloadQueue::finished, this, &BatchControl::end);
}

void BatchControl::start(const BatchOrder &order)
{
    const QList<Source> sources = addressed(order);
    if (sources.isEmpty())
        return;
    DownloadRequest request{
        .countries = m_model.countries(order.codes),
        .sources = sources,
        .save = order.save,
        .conversion = order.conversion,
        .transfer = m_options.transfer,
        .thumbnailSize = order.pictureBox,
    };
    m_model.beginBatch(order.codes);
    m_clock.start();
    m_queue.start(request);
    Q_EMIT started();
}

/// Those that can be asked here; a problem is told of the others.
QList<Source> BatchControl::addressed(const BatchOrder &order)
{
    QList<Source> sources;
    for (const Source &source : order.sources) {
        auto ready = m_servers.withAddresses(source);
        if (const auto *failure = std::get_if<Failure>(&ready)) {
            Q_EMIT problem(failureText(*failure, {}));
            continue;
        }
        sources.append(std::get<Source>(std::move(ready)));
        sources.last().limit = order.limits.value(source.id, source.limit);
    }
    return sources;
}

void BatchControl::cancel()
{
    m_queue.cancel();
}

void BatchControl::pause()
{
    m_queue.pause();
}

void BatchControl::resume()
{
    m_queue.resume();
}

void BatchControl::setLimit(int limit)
{
    m_queue.setLimit(limit);
}

void BatchControl::hold(const QString &code)
{
    m_queue.holdCountry(code);
}

void BatchControl::release(const QString &code)
{
    m_queue.releaseCountry(code);
}

void BatchControl::cancelCountry(const QString &code)
{
    m_queue.cancelCountry(code);
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
