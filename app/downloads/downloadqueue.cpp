#include "app/downloads/downloadqueue.h"

#include "app/downloads/existingflags.h"
#include "app/drawing/renderpool.h"
#include "app/logging/logging.h"
#include "app/sources/sourcetexts.h"
#include "app/transfer/processlimits.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DownloadQueue::DownloadQueue(QObject *parent)
    : DownloadQueue(&saveFlag, parent)
{
}

DownloadQueue::DownloadQueue(SaveTask save, QObject *parent)
    : QObject(parent)
    , m_save(std::move(save))
    , m_record(m_savers)
    , m_scheduler(m_savers, m_save)
{
    connect(&m_record, &BatchRecord::begun, this, &DownloadQueue::onBegun);
    connect(&m_record, &BatchRecord::ended, this, &DownloadQueue::onEnded);
    connect(&m_scheduler, &SourceScheduler::moreWanted, this, &DownloadQueue::startJobs);
    connect(&m_scheduler, &SourceScheduler::downloading, this,
        [this](const QString &code) { Q_EMIT flagStateChanged(code, FlagState::Downloading); });
    connect(&m_scheduler, &SourceScheduler::retryScheduled, this, &DownloadQueue::retryScheduled);
    connect(&m_scheduler, &SourceScheduler::ended, this, &DownloadQueue::onJobEnded);
    connect(&m_scheduler, &SourceScheduler::dropped, this,
        [this](const FlagResult &result) { m_history.addRequests(result); });
    connect(&m_scheduler, &SourceScheduler::namesFailed, this, &DownloadQueue::onNamesFailed);
}

DownloadQueue::~DownloadQueue()
{
    m_request.cancel.cancel();
}

void DownloadQueue::start(const DownloadRequest &request)
{
    Q_ASSERT(m_state == State::Idle);
    m_state = State::Running;
    m_startedAt = SteadyTime::clock::now();
    m_request = request;
    m_request.cancel = CancelToken::make();
    RenderPool::shared().warmUp(m_request.neededRenderers());
    m_savers.setMaxThreadCount(savesWithinDescriptors(m_request.concurrentBatches));
    m_history = {};
    m_progress = {};

    m_refusal = m_scheduler.begin(m_request);
    m_progress.total = int(m_scheduler.countPending());

    m_record.begin(m_request.set, m_request.spec());
    for (const Country &country : request.countries) {
        if (m_state != State::Running) // a slot of an earlier signal cancelled the batch
            break;
        Q_EMIT flagStateChanged(country.code, FlagState::Waiting);
    }
}

void DownloadQueue::onBegun(const std::optional<Failure> &failure)
{
    if (const auto &refusal = failure ? failure : m_refusal; refusal && m_state == State::Running)
        cancelRemaining(refusal);
    QHash<QString, SetFlag> known = m_request.known;
    const bool skipsSaved
        = m_request.purpose == BatchPurpose::Download && m_request.save.conflict == ConflictPolicy::Skip;
    if (m_request.set && skipsSaved)
        known = flagsAlreadySaved(m_request.set->openedManifest(), m_request);
    m_scheduler.useSet(m_request.set, known);
    startJobs();
    finishIfDone();
}

void DownloadQueue::startJobs()
{
    if (m_state != State::Running || m_progress.isPaused || m_record.isBusy())
        return;
    m_scheduler.startJobs();
}

void DownloadQueue::onJobEnded(SourceQueue *queue, const FlagResult &result, bool isHopeless)
{
    const bool hasFailed = result.state == FlagState::NotFound || result.state == FlagState::Failed;
    const bool mayContinue = hasFailed && m_state == State::Running;
    if (mayContinue && result.failure.kind == FailureKind::NoSpace) {
        m_history.addRequests(result);
        requestAgain(*queue, result.country); // first: a slot of pauseChanged() may cancel the batch
        setPaused(true, result.failure);
    } else if (mayContinue && isFaultOfSource(result.failure.kind)) {
        requestFromNext(*queue, result);
    } else {
        report(result);
    }
    if (isHopeless)
        giveUpSource(*queue, queue->reasonToGiveUp(result.failure));
    startJobs();
    finishIfDone();
}

void DownloadQueue::onNamesFailed(SourceQueue *queue, const Failure &failure)
{
    if (m_progress.done() == m_progress.total) // the names are no longer needed
        return;
    giveUpSource(*queue, failure);
    startJobs();
    finishIfDone();
}

void DownloadQueue::requestAgain(SourceQueue &queue, const Country &country)
{
    if (queue.givenUpReason()) {
        requestFromNext(queue, refusalOf(queue, country));
        return;
    }
    queue.add(country);
    Q_EMIT flagStateChanged(country.code, FlagState::Waiting);
}

void DownloadQueue::requestFromNext(const SourceQueue &queue, const FlagResult &result)
{
    if (m_request.purpose != BatchPurpose::Download) { // the set needs pictures of this source
        report(result);
        return;
    }
    FlagResult latest = result;
    for (const auto &next : m_scheduler.behind(queue)) {
        m_history.add(latest);
        if (!next->givenUpReason()) {
            next->add(result.country);
            Q_EMIT flagStateChanged(result.country.code, FlagState::Waiting);
            return;
        }
        latest = refusalOf(*next, result.country);
    }
    report(latest);
}

void DownloadQueue::giveUpSource(SourceQueue &queue, const Failure &reason)
{
    if (m_state != State::Running)
        return;
    qCDebug(lcDownloads).noquote() << "source" << queue.source().id
                                   << "is given up:" << failureWord(reason.kind);
    queue.giveUp(reason);
    const bool isLast = m_scheduler.areAllGivenUp();
    if (isLast) { // every remaining country fails for this reason
        m_progress.stoppedBy = reason;
        m_progress.notRequested = int(queue.countPending());
    }
    const QList<Country> held = queue.takeOnHold();
    const QList<Country> stranded = held + queue.takeAll();
    for (const Country &country : stranded) {
        if (m_state != State::Running) // a slot of an earlier signal cancelled the batch
            reportCancelled(country);
        else
            requestFromNext(queue, refusalOf(queue, country));
    }
    for (const Country &country : isLast ? QList<Country>() : held)
        holdCountry(country.code);
}

FlagResult DownloadQueue::resultWithoutJob(
    const Country &country, FlagState state, const Failure &failure) const
{
    FlagResult result;
    result.country = country;
    result.state = state;
    result.failure = failure;
    result.queued = m_startedAt;
    result.ended = SteadyTime::clock::now();
    return result;
}

FlagResult DownloadQueue::refusalOf(const SourceQueue &queue, const Country &country) const
{
    FlagResult result
        = resultWithoutJob(country, FlagState::Failed, queue.givenUpReason().value_or(Failure()));
    result.sourceId = queue.source().id;
    result.sourceTitle = displayTitle(queue.source());
    return result;
}

void DownloadQueue::unpause()
{
    setPaused(false, {});
    startJobs();
}

void DownloadQueue::setPaused(bool paused, const std::optional<Failure> &reason)
{
    if (m_state == State::Idle || m_progress.isPaused == paused)
        return;
    m_progress.isPaused = paused;
    m_progress.pausedBy = reason;
    if (paused)
        m_scheduler.takeBackWaitingJobs();
    Q_EMIT pauseChanged();
}

void DownloadQueue::setLimit(int limit)
{
    m_scheduler.setLimit(limit);
}

void DownloadQueue::cancelCountry(const QString &code)
{
    if (const auto country = m_scheduler.take(code))
        reportCancelled(*country);
    finishIfDone();
}

void DownloadQueue::holdCountry(const QString &code)
{
    if (m_scheduler.hold(code))
        Q_EMIT flagStateChanged(code, FlagState::OnHold);
    startJobs();
}

void DownloadQueue::releaseCountry(const QString &code)
{
    if (m_scheduler.release(code))
        Q_EMIT flagStateChanged(code, FlagState::Waiting);
    startJobs();
}

void DownloadQueue::report(const FlagResult &result)
{
    const FlagResult complete = m_history.completeResult(result);
    m_progress.count(complete);
    qCDebug(lcDownloads).noquote() << complete.country.code << complete.sourceId
                                   << (isOnDisk(complete.state) ? u"on disk"_s
                                                                : failureWord(complete.failure.kind));
    // If the batch is interrupted, it does not request such a country again when it resumes.
    if (complete.state != FlagState::Saved && complete.state != FlagState::Failed
        && m_state == State::Running)
        m_record.markDone(complete.country.code);
    Q_EMIT flagFinished(complete);
}

void DownloadQueue::reportCancelled(const Country &country)
{
    report(resultWithoutJob(country, FlagState::Cancelled, {FailureKind::Cancelled, 0, {}}));
}

void DownloadQueue::cancel(const std::optional<Failure> &reason)
{
    if (m_state == State::Idle)
        return;
    cancelRemaining(reason);
    finishIfDone();
}

void DownloadQueue::cancelRemaining(const std::optional<Failure> &reason)
{
    m_state = State::Cancelling;
    // Saves that have begun get the time that one picture takes. After that, drawing is cancelled.
    // There is no receiver, because the drawings are cancelled even if the queue is destroyed.
    const CancelToken drawings = m_request.cancel;
    QTimer::singleShot(1s, [drawings] { drawings.cancel(); }); // clazy:exclude=connect-3arg-lambda
    if (reason)
        m_progress.stoppedBy = reason;
    const QList<Country> cancelled = m_scheduler.takeAll();
    for (const Country &country : cancelled)
        reportCancelled(country);
}

void DownloadQueue::finishIfDone()
{
    if (m_state != State::Idle && m_progress.done() == m_progress.total && !m_record.isBusy())
        m_record.end();
}

void DownloadQueue::onEnded()
{
    m_progress = progress();
    m_request.set.reset();
    m_progress.isPaused = false;
    m_progress.silence = {};
    m_state = State::Idle;
    Q_EMIT finished(m_progress);
}

BatchProgress DownloadQueue::progress() const
{
    BatchProgress progress = m_progress;
    if (m_state == State::Idle)
        return progress;
    const auto now = SteadyTime::clock::now();
    progress.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_startedAt);
    progress.silence = progress.isPaused ? 0ms : m_scheduler.silence(now);
    return progress;
}
