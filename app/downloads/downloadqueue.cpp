#include "app/downloads/downloadqueue.h"

#include "app/downloads/flagjob.h"
#include "app/storage/outputfolder.h"
#include "app/transfer/descriptors.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace {

// Saving waits for the disk most of the time, and disks sync many files at once about as fast as one.
constexpr int saverThreads = 8;

// Answers that the disk has not taken yet stay in memory: with so many bytes, the network waits for the disk.
constexpr qint64 maximalUnsavedBytes = 8 << 20;

// A batch of many countries bears some trouble on the way, but a source that is in trouble itself is not
// asked three times for each.
int retriesOnTopOf(qsizetype countries)
{
    return int(20 + 2 * countries / 5);
}

} // namespace

DownloadQueue::DownloadQueue(QObject *parent)
    : DownloadQueue(&saveFlag, parent)
{
}

DownloadQueue::DownloadQueue(SaveTask save, QObject *parent)
    : QObject(parent)
    , m_save(std::move(save))
{
    m_savers.setMaxThreadCount(saverThreads);
    connect(&m_transfers, &TransferPool::moreWanted, this, &DownloadQueue::startJobs);
    connect(&m_preparing, &QFutureWatcherBase::finished, this, &DownloadQueue::onFolderPrepared);
}

DownloadQueue::~DownloadQueue()
{
    // They hold slots of the transfer pool, which dies before the children of this object do.
    const QObjectList transferring = children();
    qDeleteAll(transferring);
}

void DownloadQueue::start(const DownloadRequest &request)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_startedAt = SteadyTime::clock::now();
    m_request = request;
    m_line = WaitingLine(request.countries);
    m_breaker = {};
    m_isCancelled = false;
    m_progress = {};
    m_progress.total = int(m_line.size());

    TransferSettings &transfer = m_request.transfer;
    if (request.source.embedded != Embedded::No)
        transfer.proxyChoice = ProxyChoice::None;
    transfer.spacing = std::max(transfer.spacing, request.source.pause);
    transfer.limit = std::min(transfer.limit, requestsWithinDescriptors());
    transfer.retryBudget = retriesOnTopOf(m_line.size());
    m_transfers.setSettings(transfer);

    delete m_names;
    if (request.source.names) {
        m_names = new SharedNames(*request.source.names, m_transfers, m_savers, this);
        connect(m_names, &SharedNames::failed, this, &DownloadQueue::cancel);
    }
    m_isPreparing = true;
    m_preparing.setFuture(QtConcurrent::run(&m_savers, &prepareOutputFolder, m_request.save.folder));
    for (const Country &country : request.countries) {
        if (m_isCancelled)
            break;
        Q_EMIT flagStateChanged(country.code, FlagState::Waiting);
    }
}

void DownloadQueue::onFolderPrepared()
{
    m_isPreparing = false;
    if (const FolderProblem problem = m_preparing.result()) {
        cancelRest(problem);
    } else if (!m_isCancelled) {
        if (m_names)
            m_names->start();
        startJobs();
    }
    finishIfDone();
}

void DownloadQueue::startJobs()
{
    if (!m_isRunning || m_progress.isPaused || m_isPreparing)
        return;
    while (m_line.hasNext() && m_transfers.wantsMore() && m_unsavedBytes < maximalUnsavedBytes)
        startJob(m_line.takeNext());
}

void DownloadQueue::startJob(const Country &country)
{
    auto *job = new FlagJob(country, {m_request, m_transfers, m_savers, m_names, m_save}, this);
    m_jobs.insert(country.code, job);
    connect(job, &FlagJob::downloading, this,
        [this, code = country.code] { Q_EMIT flagStateChanged(code, FlagState::Downloading); });
    connect(job, &FlagJob::heldBack, this, [this, code = country.code](std::chrono::milliseconds duration) {
        Q_EMIT flagHeldBack(code, duration);
    });
    connect(job, &FlagJob::saving, this, [this](qint64 bytes) { m_unsavedBytes += bytes; });
    connect(
        job, &FlagJob::finished, this, [this, job](const FlagResult &result) { onJobFinished(job, result); });
    job->start();
}

void DownloadQueue::onJobFinished(FlagJob *job, const FlagResult &result)
{
    m_jobs.remove(result.country.code);
    job->deleteLater();
    if (job->isSaving())
        m_unsavedBytes -= result.bytes;
    const bool isHopeless = m_breaker.tripsAt(result);
    if (result.failure.kind == FailureKind::NoSpace && result.state == FlagState::Failed && !m_isCancelled) {
        m_line.putBack(result.country);
        Q_EMIT flagStateChanged(result.country.code, FlagState::Waiting);
        setPaused(true, result.failure);
    } else {
        report(result);
    }
    if (isHopeless)
        cancelRest(result.failure);
    startJobs();
    finishIfDone();
}

void DownloadQueue::pause()
{
    setPaused(true, {});
}

void DownloadQueue::resume()
{
    setPaused(false, {});
    startJobs();
}

void DownloadQueue::setPaused(bool paused, const std::optional<Failure> &reason)
{
    if (!m_isRunning || m_progress.isPaused == paused)
        return;
    m_progress.isPaused = paused;
    m_progress.pausedBy = reason;
    if (paused)
        takeBackWaitingJobs([](const Country &) { return true; });
    Q_EMIT pauseChanged();
}

// Some jobs wait for a slot already, so that no slot waits for a job.
void DownloadQueue::takeBackWaitingJobs(const std::function<bool(const Country &)> &isMeant)
{
    m_jobs.removeIf([&](const auto &entry) {
        FlagJob *job = entry.value();
        if (job->hasStarted() || !isMeant(job->country()))
            return false;
        m_line.putBack(job->country());
        delete job;
        return true;
    });
}

void DownloadQueue::setLimit(int limit)
{
    m_transfers.setLimit(std::min(limit, requestsWithinDescriptors()));
}

void DownloadQueue::cancelCountry(const QString &code)
{
    FlagJob *job = m_jobs.value(code);
    if (const auto waiting = m_line.take(code)) {
        reportCancelled(*waiting);
    } else if (job && !job->isSaving()) {
        const Country country = job->country();
        m_jobs.remove(code);
        delete job;
        reportCancelled(country);
    }
    finishIfDone();
}

void DownloadQueue::holdCountry(const QString &code)
{
    takeBackWaitingJobs([&code](const Country &country) { return country.code == code; });
    if (m_line.hold(code))
        Q_EMIT flagStateChanged(code, FlagState::Held);
    startJobs();
}

void DownloadQueue::releaseCountry(const QString &code)
{
    if (!m_line.release(code))
        return;
    Q_EMIT flagStateChanged(code, FlagState::Waiting);
    startJobs();
}

void DownloadQueue::report(const FlagResult &result)
{
    m_progress.count(result.state);
    Q_EMIT flagFinished(result);
}

void DownloadQueue::reportCancelled(const Country &country)
{
    FlagResult result;
    result.country = country;
    result.state = FlagState::Cancelled;
    result.failure = {FailureKind::Cancelled, 0, {}};
    result.queued = m_startedAt;
    result.ended = SteadyTime::clock::now();
    report(result);
}

void DownloadQueue::cancel(const std::optional<Failure> &reason)
{
    if (!m_isRunning)
        return;
    cancelRest(reason);
    finishIfDone();
}

void DownloadQueue::cancelRest(const std::optional<Failure> &reason)
{
    m_isCancelled = true;
    if (reason)
        m_progress.stoppedBy = reason;
    if (m_names)
        m_names->deleteLater(); // it may be the one who asks for this
    QList<Country> cancelled;
    for (auto entry = m_jobs.begin(); entry != m_jobs.end();) {
        FlagJob *job = entry.value();
        if (job->isSaving()) {
            ++entry;
            continue;
        }
        cancelled += job->country();
        delete job;
        entry = m_jobs.erase(entry);
    }
    std::ranges::sort(cancelled, {}, &Country::code);
    cancelled += m_line.takeAll();
    for (const Country &country : std::as_const(cancelled))
        reportCancelled(country);
}

void DownloadQueue::finishIfDone()
{
    if (!m_isRunning || m_progress.done() < m_progress.total || m_isPreparing)
        return;
    m_progress = progress();
    m_progress.isPaused = false;
    m_isRunning = false;
    Q_EMIT finished(m_progress);
}

BatchProgress DownloadQueue::progress() const
{
    BatchProgress progress = m_progress;
    if (m_isRunning)
        progress.elapsed
            = std::chrono::duration_cast<std::chrono::milliseconds>(SteadyTime::clock::now() - m_startedAt);
    return progress;
}
