#include "app/downloads/downloadqueue.h"

#include "app/downloads/alreadysaved.h"
#include "app/downloads/sourcelane.h"
#include "app/transfer/descriptors.h"

#include <algorithm>
#include <numeric>
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
    , m_set(m_savers)
{
    m_savers.setMaxThreadCount(saverThreads);
    connect(&m_set, &BatchSet::opened, this, &DownloadQueue::onSetOpened);
    connect(&m_set, &BatchSet::failed, this, &DownloadQueue::onSetFailed);
    connect(&m_set, &BatchSet::closed, this, &DownloadQueue::onSetClosed);
}

DownloadQueue::~DownloadQueue() = default;

void DownloadQueue::start(const DownloadRequest &request)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_startedAt = SteadyTime::clock::now();
    m_request = request;
    m_answers = {};
    m_isCancelled = false;
    m_progress = {};

    while (m_lanes.size() < std::size_t(m_request.sources.size()))
        m_lanes.push_back(newLane());
    for (std::size_t number = 0; const Source &source : std::as_const(m_request.sources))
        m_lanes[number++]->begin(m_request, source, settingsFor(source));
    addToTheirSources();
    m_progress.total = int(std::accumulate(lanes().begin(), lanes().end(), qsizetype(0),
        [](qsizetype sum, const auto &lane) { return sum + lane->waiting(); }));

    m_set.open(m_request.save.folder, m_request.order());
    for (const Country &country : request.countries) {
        if (m_isCancelled)
            break;
        Q_EMIT flagStateChanged(country.code, FlagState::Waiting);
    }
}

std::unique_ptr<SourceLane> DownloadQueue::newLane()
{
    auto lane = std::make_unique<SourceLane>(m_savers, m_save);
    connect(lane.get(), &SourceLane::moreWanted, this, &DownloadQueue::startJobs);
    connect(lane.get(), &SourceLane::downloading, this,
        [this](const QString &code) { Q_EMIT flagStateChanged(code, FlagState::Downloading); });
    connect(lane.get(), &SourceLane::heldBack, this, &DownloadQueue::flagHeldBack);
    connect(lane.get(), &SourceLane::ended, this,
        [this, lane = lane.get()](
            const FlagResult &result, bool isHopeless) { onEnded(lane, result, isHopeless); });
    connect(lane.get(), &SourceLane::namesFailed, this,
        [this, lane = lane.get()](const Failure &failure) { onNamesFailed(lane, failure); });
    return lane;
}

TransferSettings DownloadQueue::settingsFor(const Source &source) const
{
    TransferSettings settings = m_request.transfer;
    if (source.embedded != Embedded::No)
        settings.proxyChoice = ProxyChoice::None;
    settings.spacing = std::max(settings.spacing, source.pause);
    settings.limit = std::min(source.wantedLimit.value_or(source.limit), limitWithinDescriptors());
    settings.retryBudget = retriesOnTopOf(m_request.countries.size());
    return settings;
}

int DownloadQueue::limitWithinDescriptors() const
{
    return std::max(requestsWithinDescriptors() / int(m_request.sources.size()), 1);
}

// The flags of a set are asked for where they came from.
void DownloadQueue::addToTheirSources()
{
    for (const Country &country : std::as_const(m_request.countries)) {
        const QString id = m_request.known.value(country.code).source;
        const auto own
            = std::ranges::find_if(lanes(), [&id](const auto &lane) { return lane->source().id == id; });
        (own == lanes().end() ? lanes().front() : *own)->add(country);
    }
}

void DownloadQueue::onSetOpened()
{
    const std::shared_ptr<OpenSet> set = m_set.openSet();
    QHash<QString, SetFlag> known = m_request.known;
    if (set) {
        m_progress.damagedManifest = set->damage();
        if (m_request.purpose == BatchPurpose::Download && m_request.save.conflict == ConflictPolicy::Skip)
            known = flagsAlreadySaved(set->manifest(), m_request);
    }
    for (const auto &lane : lanes())
        lane->useSet(set, known);
    startJobs();
    finishIfDone();
}

void DownloadQueue::onSetFailed(const Failure &failure)
{
    if (!m_isCancelled)
        cancelRest(failure);
    finishIfDone();
}

void DownloadQueue::startJobs()
{
    if (!m_isRunning || m_progress.isPaused || m_set.isBusy() || m_isCancelled)
        return;
    for (const auto &lane : m_lanes) {
        while (lane->wantsJob() && unsavedBytes() < maximalUnsavedBytes)
            lane->startJob();
    }
}

qint64 DownloadQueue::unsavedBytes() const
{
    return std::accumulate(m_lanes.begin(), m_lanes.end(), qint64(0),
        [](qint64 sum, const auto &lane) { return sum + lane->unsavedBytes(); });
}

void DownloadQueue::onEnded(SourceLane *lane, const FlagResult &result, bool isHopeless)
{
    const bool hasFailed = result.state == FlagState::NotFound || result.state == FlagState::Failed;
    if (hasFailed && !m_isCancelled && result.failure.kind == FailureKind::NoSpace) {
        lane->add(result.country);
        Q_EMIT flagStateChanged(result.country.code, FlagState::Waiting);
        setPaused(true, result.failure);
    } else if (hasFailed && !m_isCancelled && isFaultOfSource(result.failure.kind)) {
        askNext(*lane, result);
    } else {
        report(result);
    }
    if (isHopeless)
        loseSource(*lane, result.failure);
    startJobs();
    finishIfDone();
}

void DownloadQueue::onNamesFailed(SourceLane *lane, const Failure &failure)
{
    loseSource(*lane, failure);
    startJobs();
    finishIfDone();
}

void DownloadQueue::askNext(const SourceLane &lane, const FlagResult &result)
{
    if (m_request.purpose != BatchPurpose::Download) { // another source's picture is not this set's
        report(result);
        return;
    }
    FlagResult latest = result;
    for (const auto &next : lanesBehind(lane)) {
        m_answers.add(latest);
        if (!next->goneBecause()) {
            next->add(result.country);
            Q_EMIT flagStateChanged(result.country.code, FlagState::Waiting);
            return;
        }
        latest = refusalOf(*next, result.country);
    }
    report(latest);
}

void DownloadQueue::loseSource(SourceLane &lane, const Failure &reason)
{
    if (m_isCancelled)
        return;
    lane.setGone(reason);
    if (std::ranges::all_of(lanes(), [](const auto &each) { return each->goneBecause().has_value(); })) {
        cancelRest(reason);
        return;
    }
    const QList<Country> held = lane.takeHeld();
    const QList<Country> stranded = held + lane.takeAll();
    for (const Country &country : stranded) {
        if (m_isCancelled) // by who was told of the ones before
            reportCancelled(country);
        else
            askNext(lane, refusalOf(lane, country));
    }
    for (const Country &country : held)
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

FlagResult DownloadQueue::refusalOf(const SourceLane &lane, const Country &country) const
{
    FlagResult result = resultWithoutJob(country, FlagState::Failed, lane.goneBecause().value_or(Failure()));
    result.sourceId = lane.source().id;
    result.sourceTitle = lane.source().title;
    return result;
}

DownloadQueue::Lanes DownloadQueue::lanes() const
{
    return Lanes(m_lanes).first(std::size_t(m_request.sources.size()));
}

DownloadQueue::Lanes DownloadQueue::lanesBehind(const SourceLane &lane) const
{
    const auto own = std::ranges::find(lanes(), &lane, &std::unique_ptr<SourceLane>::get);
    return lanes().subspan(std::size_t(own - lanes().begin()) + 1);
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
    if (paused) {
        for (const auto &lane : m_lanes)
            lane->takeBackWaitingJobs([](const Country &) { return true; });
    }
    Q_EMIT pauseChanged();
}

void DownloadQueue::setLimit(int limit)
{
    if (!m_lanes.empty())
        m_lanes.front()->setLimit(std::min(limit, limitWithinDescriptors()));
}

void DownloadQueue::cancelCountry(const QString &code)
{
    for (const auto &lane : m_lanes) {
        if (const auto country = lane->take(code)) {
            reportCancelled(*country);
            break;
        }
    }
    finishIfDone();
}

void DownloadQueue::holdCountry(const QString &code)
{
    if (std::ranges::any_of(m_lanes, [&code](const auto &lane) { return lane->hold(code); }))
        Q_EMIT flagStateChanged(code, FlagState::Held);
    startJobs();
}

void DownloadQueue::releaseCountry(const QString &code)
{
    if (std::ranges::any_of(m_lanes, [&code](const auto &lane) { return lane->release(code); }))
        Q_EMIT flagStateChanged(code, FlagState::Waiting);
    startJobs();
}

void DownloadQueue::report(const FlagResult &result)
{
    const FlagResult concluded = m_answers.concluded(result);
    m_progress.count(concluded);
    // Nobody needs to ask for such a country again, should the batch end before its time.
    if (concluded.state != FlagState::Saved && concluded.state != FlagState::Failed && !m_isCancelled)
        m_set.settle(concluded.country.code);
    Q_EMIT flagFinished(concluded);
}

void DownloadQueue::reportCancelled(const Country &country)
{
    report(resultWithoutJob(country, FlagState::Cancelled, {FailureKind::Cancelled, 0, {}}));
}

void DownloadQueue::cancel(const std::optional<Failure> &reason)
{
    if (!m_isRunning)
        return;
    cancelRest(reason);
    finishIfDone();
}

void DownloadQueue::interrupt()
{
    if (!m_isRunning || m_isCancelled)
        return;
    m_set.keepRestForLater();
    cancelRest({});
    finishIfDone();
}

void DownloadQueue::cancelRest(const std::optional<Failure> &reason)
{
    m_isCancelled = true;
    if (reason) {
        m_progress.stoppedBy = reason;
        m_set.keepRestForLater();
    }
    QList<Country> cancelled;
    for (const auto &lane : m_lanes)
        cancelled += lane->takeAll();
    std::ranges::sort(cancelled, {}, &Country::code);
    for (const Country &country : std::as_const(cancelled))
        reportCancelled(country);
}

void DownloadQueue::finishIfDone()
{
    if (m_isRunning && m_progress.done() == m_progress.total && !m_set.isBusy())
        m_set.close();
}

void DownloadQueue::onSetClosed(const std::optional<Failure> &problem)
{
    m_progress.setProblem = problem;
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
