#include "ui/window/batchcontrol.h"

#include "app/builtin/builtinservers.h"
#include "app/downloads/askablebatches.h"
#include "app/downloads/downloadqueue.h"
#include "app/downloads/summarytext.h"
#include "app/failures/failuretext.h"
#include "ui/grid/flagmodel.h"

#include <algorithm>
#include <utility>

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
    connect(&m_queue, &DownloadQueue::retryScheduled, &m_model, &FlagModel::beginServerWait);
    connect(&m_queue, &DownloadQueue::flagFinished, &m_model, &FlagModel::setResult);
    connect(&m_queue, &DownloadQueue::flagFinished, &m_freshness, &FreshnessCheck::check);
    connect(&m_freshness, &FreshnessCheck::checked, &m_model, &FlagModel::setFreshness);
    connect(&m_queue, &DownloadQueue::pauseChanged, this, &BatchControl::pauseChanged);
    connect(&m_queue, &DownloadQueue::finished, this, &BatchControl::end);
}

void BatchControl::start(const BatchRequest &request)
{
    QStringList refusals; // emitted after started(), which clears the message line
    const QList<Source> sources = addressed(request, refusals);
    const DownloadRequest download{
        .countries = m_model.countries(request.codes),
        .sources = sources,
        .save = request.save,
        .conversion = request.conversion,
        .transfer = m_options.transfer,
        .thumbnailSize = request.terms.pictureBox,
    };
    m_plan = {};
    if (!sources.isEmpty())
        begin({download});
    for (const QString &refusal : std::as_const(refusals))
        Q_EMIT error(refusal);
}

void BatchControl::start(const SetPlan &plan, const BatchTerms &terms)
{
    AskableBatches askable = askableBatches(plan, m_servers);
    for (DownloadRequest &batch : askable.batches) {
        for (Source &source : batch.sources)
            source.wantedLimit = terms.limits.value(source.id, source.limit);
        batch.transfer = m_options.transfer;
        batch.thumbnailSize = terms.pictureBox;
    }
    m_plan = plan;
    if (!askable.batches.isEmpty())
        begin(askable.batches);
    for (const SourceRefusal &refusal : std::as_const(askable.refusals))
        Q_EMIT error(refusal.text());
}

SetPlan BatchControl::latestPlanFor(const QStringList &codes) const
{
    SetPlan plan{.batches = m_plan.batches, .unasked = {}, .remaining = m_plan.remaining};
    for (DownloadRequest &batch : plan.batches)
        batch.countries.removeIf([&codes](const Country &country) { return !codes.contains(country.code); });
    plan.batches.removeIf([](const DownloadRequest &batch) { return batch.countries.isEmpty(); });
    return plan;
}

void BatchControl::begin(const QList<DownloadRequest> &batches)
{
    m_rest = batches;
    m_ended = {};
    m_clock.start();
    startNext();
    Q_EMIT started();
}

void BatchControl::startNext()
{
    if (m_rest.isEmpty()) // cancelled between two batches
        return end({});
    const DownloadRequest request = m_rest.takeFirst();
    m_sources = request.sources;
    QStringList codes;
    for (const Country &country : request.countries)
        codes.append(country.code);
    m_model.beginBatch(codes);
    m_queue.start(request);
    if (std::exchange(m_cancelsNext, false))
        cancel();
}

/// Those that can be asked here; a sentence for each of the others.
QList<Source> BatchControl::addressed(const BatchRequest &request, QStringList &refusals)
{
    QList<Source> sources;
    for (const Source &source : request.sources) {
        auto ready = m_servers.withAddresses(source);
        if (const auto *failure = std::get_if<Failure>(&ready)) {
            refusals.append(failureText(*failure, {}));
            continue;
        }
        sources.append(std::get<Source>(std::move(ready)));
        sources.last().wantedLimit = request.terms.limits.value(source.id, source.limit);
    }
    return sources;
}

void BatchControl::cancelComing()
{
    for (const DownloadRequest &batch : std::as_const(m_rest))
        m_ended.addCancelled(batch.countries.size());
    m_rest.clear();
}

void BatchControl::cancel()
{
    // Between two batches no set is open, so the journal cannot be changed. The next batch starts, and its
    // cancellation removes the pending work from the journal.
    if (!m_queue.isRunning() && !m_rest.isEmpty()) {
        m_cancelsNext = true;
        return;
    }
    cancelComing();
    m_queue.cancel();
}

void BatchControl::interrupt()
{
    cancelComing();
    m_queue.interrupt();
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
    return m_clock.isActive();
}

BatchProgress BatchControl::progress() const
{
    BatchProgress progress = m_ended;
    if (m_queue.isRunning())
        progress.add(m_queue.progress());
    for (const DownloadRequest &batch : m_rest)
        progress.total += int(batch.countries.size());
    return progress;
}

void BatchControl::end(const BatchProgress &progress)
{
    m_ended.add(progress);
    if (progress.stoppedBy)
        cancelComing();
    if (!m_rest.isEmpty()) {
        QMetaObject::invokeMethod(this, &BatchControl::startNext, Qt::QueuedConnection);
        return;
    }
    m_clock.stop();
    reportErrors(m_ended);
    Q_EMIT finished(m_ended);
}

void BatchControl::reportErrors(const BatchProgress &progress)
{
    for (const BackedUpFile &kept : progress.backedUp)
        Q_EMIT error(backedUpText(kept));
    if (progress.setProblem)
        Q_EMIT error(failureText(*progress.setProblem, {}));
    if (progress.stoppedBy)
        Q_EMIT error(failureText(*progress.stoppedBy, {}));
}
