#include "app/downloads/sourcescheduler.h"

#include "app/transfer/processlimits.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace {

// Responses stay in memory until they are written to disk. At this many bytes, no new job starts until the
// disk catches up.
constexpr qint64 maximalUnsavedBytes = 8 << 20;

// The retry budget of one source. A batch of many countries tolerates some failures, but a failing source
// must not get three requests for each country.
int retriesOnTopOf(qsizetype countries)
{
    return int(20 + 2 * countries / 5);
}

} // namespace

SourceScheduler::SourceScheduler(QThreadPool &savers, const SaveTask &save, QObject *parent)
    : QObject(parent)
    , m_savers(savers)
    , m_save(save)
{
}

SourceScheduler::~SourceScheduler() = default;

std::optional<Failure> SourceScheduler::begin(const DownloadRequest &request)
{
    m_request = &request;
    while (m_queues.size() < std::size_t(request.sources.size()))
        m_queues.push_back(createQueue());
    std::optional<Failure> failure;
    StartableThreads threads; // counted once, also for a thousand sources
    for (std::size_t number = 0; const Source &source : request.sources) {
        SourceQueue &queue = *m_queues[number++];
        const int limit = limitWithinProcess(queue, source.wantedLimit.value_or(source.limit), threads);
        if (limit == 0)
            failure = Failure{FailureKind::TooManyThreads, 0, {}};
        queue.begin(request, source, settingsFor(source, limit));
    }
    recordLimit();
    distributeCountries();
    return failure;
}

std::unique_ptr<SourceQueue> SourceScheduler::createQueue()
{
    auto owned = std::make_unique<SourceQueue>(m_savers, m_save);
    SourceQueue *queue = owned.get();
    connect(queue, &SourceQueue::moreWanted, this, &SourceScheduler::moreWanted);
    connect(queue, &SourceQueue::downloading, this, &SourceScheduler::downloading);
    connect(queue, &SourceQueue::retryScheduled, this, &SourceScheduler::retryScheduled);
    connect(queue, &SourceQueue::ended, this, [this, queue](const FlagResult &result, bool isHopeless) {
        Q_EMIT ended(queue, result, isHopeless);
    });
    connect(queue, &SourceQueue::dropped, this, &SourceScheduler::dropped);
    connect(queue, &SourceQueue::namesFailed, this,
        [this, queue](const Failure &failure) { Q_EMIT namesFailed(queue, failure); });
    return owned;
}

void SourceScheduler::distributeCountries()
{
    for (const Country &country : m_request->countries) {
        const QString id = m_request->known.value(country.code).source;
        const auto own = std::ranges::find_if(
            ofThisBatch(), [&id](const auto &queue) { return queue->source().id == id; });
        (own == ofThisBatch().end() ? ofThisBatch().front() : *own)->add(country);
    }
}

TransferSettings SourceScheduler::settingsFor(const Source &source, int limit) const
{
    TransferSettings settings = m_request->transfer;
    if (source.embedded != Embedded::No)
        settings.proxyChoice = ProxyChoice::None;
    settings.spacing = std::max(settings.spacing, source.pause);
    settings.limit = limit;
    settings.retryBudget = retriesOnTopOf(m_request->countries.size());
    return settings;
}

int SourceScheduler::limitWithinProcess(const SourceQueue &queue, int wanted, StartableThreads &threads) const
{
    const int batches = m_request->concurrentBatches;
    const auto sources = int(m_request->sources.size());
    const int most = std::min(TransferSettings::maximalLimit, requestsWithinDescriptors(batches, sources));
    const int limit = std::clamp(wanted, 1, most);
    return requestsWithinThreads(limit, queue.managers(), batches, sources, threads);
}

void SourceScheduler::useSet(const std::shared_ptr<OpenSet> &set, const QHash<QString, SetFlag> &known)
{
    for (const auto &queue : ofThisBatch())
        queue->useSet(set, known);
}

void SourceScheduler::startJobs()
{
    for (const auto &queue : m_queues) {
        while (queue->canStartJob() && unsavedBytes() < maximalUnsavedBytes)
            queue->startJob();
    }
}

qint64 SourceScheduler::unsavedBytes() const
{
    return std::accumulate(m_queues.begin(), m_queues.end(), qint64(0),
        [](qint64 sum, const auto &queue) { return sum + queue->unsavedBytes(); });
}

std::chrono::milliseconds SourceScheduler::silence(SteadyTime now) const
{
    std::optional<std::chrono::milliseconds> shortest; // of the sources that the batch waits for
    std::chrono::milliseconds longest{0}; // otherwise: between two tries, for example
    for (const auto &queue : ofThisBatch()) {
        const auto silence = queue->silence(now);
        if (queue->hasInFlight())
            shortest = std::min(shortest.value_or(silence), silence);
        longest = std::max(longest, silence);
    }
    return shortest.value_or(longest);
}

SourceScheduler::Queues SourceScheduler::ofThisBatch() const
{
    return m_request ? Queues(m_queues).first(std::size_t(m_request->sources.size())) : Queues();
}

SourceScheduler::Queues SourceScheduler::behind(const SourceQueue &queue) const
{
    const Queues queues = ofThisBatch();
    const auto own = std::ranges::find(queues, &queue, &std::unique_ptr<SourceQueue>::get);
    return queues.subspan(std::size_t(own - queues.begin()) + 1);
}

bool SourceScheduler::areAllGivenUp() const
{
    return std::ranges::all_of(
        ofThisBatch(), [](const auto &queue) { return queue->givenUpReason().has_value(); });
}

qsizetype SourceScheduler::countPending() const
{
    return std::accumulate(m_queues.begin(), m_queues.end(), qsizetype(0),
        [](qsizetype sum, const auto &queue) { return sum + queue->countPending(); });
}

void SourceScheduler::takeBackWaitingJobs()
{
    for (const auto &queue : m_queues)
        queue->takeBackWaitingJobs([](const Country &) { return true; });
}

bool SourceScheduler::hold(const QString &code)
{
    return std::ranges::any_of(m_queues, [&code](const auto &queue) { return queue->hold(code); });
}

bool SourceScheduler::release(const QString &code)
{
    return std::ranges::any_of(m_queues, [&code](const auto &queue) { return queue->release(code); });
}

std::optional<Country> SourceScheduler::take(const QString &code)
{
    for (const auto &queue : m_queues) {
        if (const auto country = queue->take(code))
            return country;
    }
    return {};
}

QList<Country> SourceScheduler::takeAll()
{
    QList<Country> all;
    for (const auto &queue : m_queues)
        all += queue->takeAll();
    std::ranges::sort(all, {}, &Country::code);
    return all;
}

void SourceScheduler::setLimit(int limit)
{
    if (!m_request)
        return;
    SourceQueue &first = *m_queues.front();
    StartableThreads threads;
    if (const int possible = limitWithinProcess(first, limit, threads); possible > 0)
        first.setLimit(possible);
    recordLimit();
}

/// The sources have separate limits, so all requests together reach the sum.
void SourceScheduler::recordLimit() const
{
    if (!m_request->log)
        return;
    int sum = 0;
    for (const auto &queue : ofThisBatch())
        sum += queue->limit();
    m_request->log->setLimit(sum);
}
