#include "app/downloads/downloadqueue.h"

#include "app/downloads/flagjob.h"
#include "app/storage/outputfolder.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace {

// Saving waits for the disk most of the time, and disks sync many files at once about as fast as one.
constexpr int saverThreads = 8;

// Answers that the disk has not taken yet stay in memory; beyond this the network waits for the disk.
constexpr qsizetype maximalJobs = 2 * TransferSettings::maximalLimit;

} // namespace

DownloadQueue::DownloadQueue(QObject *parent)
    : QObject(parent)
{
    m_savers.setMaxThreadCount(saverThreads);
    connect(&m_transfers, &TransferPool::roomAvailable, this, &DownloadQueue::startJobs);
    connect(&m_preparing, &QFutureWatcherBase::finished, this, &DownloadQueue::onFolderPrepared);
}

DownloadQueue::~DownloadQueue()
{
    // Jobs hold slots of the transfer pool, which dies before the children of this object do.
    qDeleteAll(findChildren<FlagJob *>(Qt::FindDirectChildrenOnly));
}

void DownloadQueue::start(const DownloadRequest &request)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_startedAt = SteadyTime::clock::now();
    m_request = request;
    QList<Country> &countries = m_request.countries;
    std::ranges::sort(countries, {}, &Country::code);
    const auto repeated = std::ranges::unique(countries, {}, &Country::code);
    countries.erase(repeated.begin(), repeated.end());
    m_next = 0;
    m_progress = {};
    m_progress.total = int(countries.size());
    if (request.source.embedded != Embedded::No)
        m_request.transfer.proxyChoice = ProxyChoice::None;
    m_transfers.setSettings(m_request.transfer);

    for (const Country &country : std::as_const(countries))
        Q_EMIT flagStateChanged(country.code, FlagState::Waiting);
    m_preparing.setFuture(QtConcurrent::run(&m_savers, &prepareOutputFolder, m_request.save.folder));
}

void DownloadQueue::onFolderPrepared()
{
    if (const FolderProblem problem = m_preparing.result())
        cancelRest(problem);
    else
        startJobs();
    finishIfDone();
}

void DownloadQueue::startJobs()
{
    if (!m_isRunning || m_preparing.isRunning())
        return;
    while (m_next < m_request.countries.size() && m_transfers.room() > 0 && m_jobs.size() < maximalJobs)
        startJob(m_request.countries.at(m_next++));
}

void DownloadQueue::startJob(const Country &country)
{
    auto *job = new FlagJob(country, {m_request, m_transfers, m_savers}, this);
    m_jobs.insert(country.code, job);
    connect(job, &FlagJob::downloading, this,
        [this, code = country.code] { Q_EMIT flagStateChanged(code, FlagState::Downloading); });
    connect(
        job, &FlagJob::finished, this, [this, job](const FlagResult &result) { onJobFinished(job, result); });
    job->start();
}

void DownloadQueue::onJobFinished(FlagJob *job, const FlagResult &result)
{
    m_jobs.remove(result.country.code);
    job->deleteLater();
    report(result);
    startJobs();
    finishIfDone();
}

void DownloadQueue::report(const FlagResult &result)
{
    m_progress.count(result.state);
    Q_EMIT flagFinished(result);
}

void DownloadQueue::cancel()
{
    if (!m_isRunning)
        return;
    cancelRest({});
    finishIfDone();
}

void DownloadQueue::cancelRest(const std::optional<Failure> &reason)
{
    m_progress.stoppedBy = reason;
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
    cancelled += m_request.countries.sliced(m_next);
    m_next = m_request.countries.size();

    for (const Country &country : std::as_const(cancelled)) {
        FlagResult result;
        result.country = country;
        result.state = FlagState::Cancelled;
        result.failure = {FailureKind::Cancelled, 0, {}};
        result.queued = m_startedAt;
        result.ended = SteadyTime::clock::now();
        report(result);
    }
}

void DownloadQueue::finishIfDone()
{
    if (!m_isRunning || m_progress.done() < m_progress.total || m_preparing.isRunning())
        return;
    m_progress = progress();
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
