#include "app/downloads/sourcequeue.h"

#include "app/downloads/flagjob.h"
#include "app/downloads/sharednames.h"
#include "app/language/joining.h"
#include "app/sources/sourcetexts.h"

#include <algorithm>
#include <utility>

namespace {

bool isUnreachable(FailureKind kind)
{
    switch (kind) {
    case FailureKind::NoNetwork:
    case FailureKind::HostNotFound:
    case FailureKind::ConnectionRefused:
    case FailureKind::Proxy:
    case FailureKind::Tls:
        return true;
    default:
        return false;
    }
}

} // namespace

bool CircuitBreaker::recordResult(const FlagResult &result, bool hasAnswered)
{
    if (result.state == FlagState::Failed && result.failure.kind == FailureKind::RateLimited)
        return true; // the transfer has already retried for minutes
    if (result.tries == 0) // no request was sent
        return false;
    const bool isSilent = result.failure.kind == FailureKind::Timeout && !hasAnswered;
    const bool unreachable
        = result.state == FlagState::Failed && (isSilent || isUnreachable(result.failure.kind));
    m_consecutive = unreachable ? m_consecutive + 1 : 0;
    return m_consecutive >= threshold;
}

SourceQueue::SourceQueue(QThreadPool &savers, const SaveTask &save, QObject *parent)
    : QObject(parent)
    , m_savers(savers)
    , m_save(save)
{
    connect(&m_transfers, &TransferPool::moreWanted, this, &SourceQueue::moreWanted);
}

SourceQueue::~SourceQueue()
{
    // The children use slots of m_transfers, which is destroyed before ~QObject() deletes the children.
    const QObjectList transferring = children();
    qDeleteAll(transferring);
}

void SourceQueue::begin(
    const DownloadRequest &request, const Source &source, const TransferSettings &transfer)
{
    m_request = &request;
    m_source = &source;
    m_pending = {};
    m_set.reset();
    m_known.clear();
    m_breaker = {};
    m_givenUpReason.reset();
    m_transfers.setSettings(transfer);
    forgetNames();
    if (source.names) {
        m_names = new SharedNames(*source.names, m_transfers, m_savers, this);
        connect(m_names, &SharedNames::failed, this, &SourceQueue::namesFailed);
    }
}

void SourceQueue::startJob()
{
    const Country country = m_pending.takeNext();
    const auto known = m_known.constFind(country.code);
    auto *job = new FlagJob(country,
        {*m_request, *m_source, m_transfers, m_savers, m_names, m_save, m_set,
            known == m_known.cend() ? std::nullopt : std::optional(*known)},
        this);
    m_jobs.insert(country.code, job);
    connect(job, &FlagJob::aboutToRequest, this, &SourceQueue::requestNames);
    connect(job, &FlagJob::downloading, this, [this, code = country.code] { Q_EMIT downloading(code); });
    connect(
        job, &FlagJob::retryScheduled, this, [this, code = country.code](std::chrono::milliseconds duration) {
            Q_EMIT retryScheduled(code, duration);
        });
    connect(job, &FlagJob::received, this, [this](qint64 bytes) { m_unsavedBytes += bytes; });
    connect(
        job, &FlagJob::finished, this, [this, job](const FlagResult &result) { onJobFinished(job, result); });
    job->start();
}

void SourceQueue::useSet(std::shared_ptr<OpenSet> set, const QHash<QString, SetFlag> &known)
{
    m_set = std::move(set);
    m_known = known;
}

// Fetches the names only when the first job needs them.
void SourceQueue::requestNames()
{
    if (m_names && m_request->purpose == BatchPurpose::Download && !std::exchange(m_areNamesRequested, true))
        m_names->start(m_request->record(*m_source, m_source->names->url, RequestPart::Names, {}));
}

void SourceQueue::onJobFinished(FlagJob *job, const FlagResult &result)
{
    m_jobs.remove(result.country.code);
    job->deleteLater();
    m_unsavedBytes -= job->bytesReceived();
    Q_EMIT ended(result, m_breaker.recordResult(result, m_transfers.hasAnswered()));
}

Failure SourceQueue::reasonToGiveUp(Failure ofFlag) const
{
    if (ofFlag.kind != FailureKind::Timeout)
        return ofFlag;
    // The detail of a flag, if there is one, names the proxy.
    const QString silent = tr("%1 did not answer a single request").arg(displayTitle(*m_source));
    ofFlag.detail = ofFlag.detail.isEmpty() ? silent : withLabel(ofFlag.detail, silent);
    return ofFlag;
}

// Some jobs are created before a slot is free, so that no slot is idle.
void SourceQueue::takeBackWaitingJobs(const std::function<bool(const Country &)> &isMeant)
{
    m_jobs.removeIf([&](const auto &entry) {
        FlagJob *job = entry.value();
        if (job->hasStarted() || !isMeant(job->country()))
            return false;
        m_pending.putBack(job->country());
        destroy(job);
        return true;
    });
}

void SourceQueue::destroy(FlagJob *job)
{
    m_unsavedBytes -= job->bytesReceived();
    Q_EMIT dropped(job->resultSoFar());
    delete job;
}

bool SourceQueue::hold(const QString &code)
{
    takeBackWaitingJobs([&code](const Country &country) { return country.code == code; });
    return m_pending.hold(code);
}

std::optional<Country> SourceQueue::take(const QString &code)
{
    if (auto waiting = m_pending.take(code))
        return waiting;
    FlagJob *job = m_jobs.value(code);
    if (!job || job->isSaving())
        return std::nullopt;
    const Country country = job->country();
    m_jobs.remove(code);
    destroy(job);
    return country;
}

QList<Country> SourceQueue::takeAll()
{
    forgetNames();
    QList<Country> taken;
    m_jobs.removeIf([this, &taken](const auto &entry) {
        FlagJob *job = entry.value();
        if (job->isSaving())
            return false;
        taken += job->country();
        destroy(job);
        return true;
    });
    taken += m_pending.takeAll();
    std::ranges::sort(taken, {}, &Country::code);
    return taken;
}

void SourceQueue::forgetNames()
{
    if (m_names) {
        m_names->disconnect(this);
        m_names->deleteLater(); // this call may come from a signal of m_names
    }
    m_names = nullptr;
    m_areNamesRequested = false;
}
