#include "app/session/downloadsession.h"

#include "app/builtin/builtinservers.h"
#include "app/logging/logging.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

DownloadSession::DownloadSession(
    const Catalogue &catalogue, BuiltinServers &servers, SaveTask save, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_preparing([this](Prepared prepared) { onPrepared(std::move(prepared)); })
    , m_closing([this](const std::optional<Failure> &failure) { onClosed(failure); })
    , m_queue(std::move(save))
{
    m_preparationTimeout.setSingleShot(true);
    connect(&m_preparationTimeout, &QTimer::timeout, this, [this] { m_preparing.requestStop(); });
    connect(&m_queue, &DownloadQueue::flagStateChanged, this, &DownloadSession::flagStateChanged);
    connect(&m_queue, &DownloadQueue::retryScheduled, this, &DownloadSession::retryScheduled);
    connect(&m_queue, &DownloadQueue::flagFinished, this, &DownloadSession::flagFinished);
    connect(&m_queue, &DownloadQueue::pauseChanged, this, &DownloadSession::pauseChanged);
    connect(&m_queue, &DownloadQueue::finished, this, &DownloadSession::onBatchFinished);
}

DownloadSession::~DownloadSession() = default;

void DownloadSession::start(const Operation &operation, const SessionSettings &settings)
{
    Q_ASSERT(!isRunning());
    m_folder = folderOf(operation);
    const auto *download = std::get_if<Download>(&operation);
    m_isDownload = download != nullptr;
    m_isRetry = false;
    // The batch of a download is known before the folder is open.
    m_following = download ? planOf(*download).batches : QList<DownloadRequest>();
    // No source can be requested: nothing is opened. begin() resolves again what is left to do.
    if (download && resolveBatches(planOf(*download), m_servers).batches.isEmpty()) {
        m_following.clear();
        m_plan = planOf(*download);
        reset(settings);
        QMetaObject::invokeMethod(this, &DownloadSession::begin, Qt::QueuedConnection); // creates no folder
        return;
    }
    prepare([operation, catalogue = m_catalogue](
                const std::stop_token &stop) { return prepareOperation(operation, catalogue, stop); },
        settings);
}

void DownloadSession::retry(const QStringList &codes, const SessionSettings &settings)
{
    Q_ASSERT(!isRunning());
    m_folder = m_latest.folder;
    m_isDownload = false;
    m_isRetry = true;
    m_following.clear();
    prepare(
        [latest = m_latest, codes, catalogue = m_catalogue](const std::stop_token &stop) {
            return prepareAgain(latest.folder, latest.plan, codes, catalogue, stop);
        },
        settings);
}

void DownloadSession::prepare(
    std::function<Prepared(const std::stop_token &)> task, const SessionSettings &settings)
{
    reset(settings);
    m_preparing.start(m_disk, std::move(task));
}

void DownloadSession::reset(const SessionSettings &settings)
{
    m_settings = settings;
    startClock();
    m_sources.clear();
    m_ended = {};
    m_policy.reset();
    m_stopReason.reset();
    m_isPauseWanted = false;
    m_wantedLimit.reset();
    m_report = {};
    setState(State::Preparing);
}

void DownloadSession::onPrepared(Prepared prepared)
{
    m_preparationTimeout.stop();
    if (!prepared) {
        endUnprepared(prepared.error());
        return;
    }
    m_set = std::move(prepared->set);
    m_plan = std::move(prepared->plan);
    if (m_settings.confirmsReplacing && m_plan.replaced > 0) {
        if (m_policy) { // without a confirmation, nothing begins or stays pending
            m_report.failure = m_stopReason.value_or(Failure{FailureKind::Cancelled, 0, {}});
            close();
            return;
        }
        setState(State::AwaitingConfirmation);
        Q_EMIT confirmationRequired(m_plan.replaced);
        return;
    }
    begin();
}

/// Cancels all countries of a download, because each must have a result.
void DownloadSession::endUnprepared(const UnpreparedOperation &unprepared)
{
    if (m_following.isEmpty()) {
        qCDebug(lcSession).noquote() << "not prepared:" << failureWord(unprepared.failure.kind)
                                     << unprepared.failure.detail;
        m_report.failure = unprepared.failure;
        m_report.failurePath = unprepared.path;
        close();
        return;
    }
    if (!m_policy)
        stop(PendingPolicy::KeepAll, unprepared.failure);
    startNextBatch();
}

void DownloadSession::confirm()
{
    if (m_state != State::AwaitingConfirmation)
        return;
    startClock();
    begin();
}

void DownloadSession::begin()
{
    const ResolvedBatches resolved = resolveBatches(m_plan, m_servers);
    m_following = resolved.batches;
    m_specs = resolved.specs;
    m_remaining = resolved.remaining;
    m_report.hadNothingToDo = m_following.isEmpty();
    // A second retry may be for other countries than the first.
    if (!m_following.isEmpty() && !m_isRetry)
        m_latest = m_isDownload ? PlannedFolder() : PlannedFolder{m_folder, m_plan};
    setState(m_policy ? State::Stopping : State::Running);
    Q_EMIT planned(outlineOf(m_plan, resolved));
    startNextBatch();
}

void DownloadSession::startNextBatch()
{
    if (m_following.isEmpty())
        return close();
    DownloadRequest batch = m_following.takeFirst();
    batch.following = m_specs.last(m_following.size());
    batch.remaining = m_remaining;
    batch.set = m_set;
    apply(m_settings, batch);
    m_sources = batch.sources;
    qCDebug(lcSession) << "batch of" << batch.countries.size() << "countries," << m_following.size()
                       << "to follow";
    Q_EMIT batchStarted(batch.codes());
    m_queue.start(batch);
    if (const auto limit = std::exchange(m_wantedLimit, std::nullopt))
        m_queue.setLimit(*limit);
    if (m_isPauseWanted)
        m_queue.pause();
    if (m_policy) { // it was stopped while the folder was opened
        cancelFollowing();
        m_queue.cancel(m_stopReason);
    }
}

void DownloadSession::onBatchFinished(const BatchProgress &progress)
{
    m_ended.add(progress);
    if (progress.stoppedBy) {
        cancelFollowing();
        // Flags that failed are not pending: they are requested again by a retry.
        if (!m_policy && m_ended.cancelled + m_ended.notRequested > 0)
            m_policy = PendingPolicy::KeepAll;
    }
    if (m_plan.isResumed && progress.failed > 0)
        keepFailed();
    startNextBatch();
}

/// What a resumed batch could not save stays pending work, also while no server can be reached.
void DownloadSession::keepFailed()
{
    if (m_following.isEmpty()) {
        m_policy = m_policy.value_or(PendingPolicy::KeepAll);
        return;
    }
    BatchSpec failed = m_specs[m_specs.size() - m_following.size() - 1];
    failed.codes = m_set->missing();
    m_remaining.append(failed);
}

void DownloadSession::cancelFollowing()
{
    for (const DownloadRequest &batch : std::as_const(m_following))
        m_ended.addCancelled(batch.countries.size());
    m_following.clear();
}

/// The first call decides.
void DownloadSession::stop(PendingPolicy policy, const std::optional<Failure> &reason)
{
    const bool isStopped = m_policy || (m_queue.isRunning() && m_queue.progress().stoppedBy);
    if (!isRunning() || m_state == State::Closing || isStopped)
        return;
    m_policy = policy;
    m_stopReason = reason;
    if (m_state == State::AwaitingConfirmation) {
        m_report.failure = reason.value_or(Failure{FailureKind::Cancelled, 0, {}});
        close();
        return;
    }
    setState(State::Stopping);
    if (m_queue.isRunning()) {
        cancelFollowing();
        m_queue.cancel(reason);
        return;
    }
    // Long enough to open any set but a huge one, so that the journal can record what is pending. Short
    // enough for a program that is about to end.
    if (m_preparing.isRunning())
        m_preparationTimeout.start(1s);
}

void DownloadSession::close()
{
    setState(State::Closing);
    m_closing.start(m_disk, [set = m_set, policy = m_policy.value_or(PendingPolicy::KeepFollowing)] {
        return set ? set->close(policy) : std::nullopt;
    });
}

void DownloadSession::onClosed(const std::optional<Failure> &failure)
{
    m_ended.setProblem = failure;
    if (m_set)
        m_ended.backedUp = m_set->backedUp();
    m_report.leavesPending = m_set && m_set->leavesPending();
    m_set.reset();
    m_ended.elapsed = elapsed();
    m_report.progress = m_ended;
    if (m_settings.log)
        m_settings.log->end(SteadyTime::clock::now());
    setState(State::Idle);
    Q_EMIT finished(m_report);
}

BatchProgress DownloadSession::progress() const
{
    BatchProgress progress = m_ended;
    if (!isRunning())
        return progress;
    if (m_queue.isRunning())
        progress.add(m_queue.progress());
    else
        progress.isPaused = m_isPauseWanted;
    for (const DownloadRequest &batch : m_following)
        progress.total += int(batch.countries.size());
    progress.elapsed = elapsed();
    return progress;
}

void DownloadSession::setLimit(int limit)
{
    if (!m_queue.isRunning()) {
        m_wantedLimit = limit;
        return;
    }
    m_queue.setLimit(limit);
    m_settings.limits.insert(m_sources.value(0).id, limit); // for its later batches
}

void DownloadSession::setPaused(bool paused)
{
    if (!isRunning() || (paused && m_policy))
        return;
    m_isPauseWanted = paused;
    if (!m_queue.isRunning())
        Q_EMIT pauseChanged();
    else if (paused)
        m_queue.pause();
    else
        m_queue.unpause();
}

void DownloadSession::setState(State state)
{
    if (m_state == state)
        return;
    qCDebug(lcSession) << state << m_folder;
    m_state = state;
    Q_EMIT stateChanged(state);
}
