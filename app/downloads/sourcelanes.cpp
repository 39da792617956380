#include "app/downloads/sourcelanes.h"

#include "app/transfer/descriptors.h"

#include <algorithm>
#include <numeric>

namespace {

// Answers that the disk has not taken yet stay in memory: with so many bytes, the network waits for the disk.
constexpr qint64 maximalUnsavedBytes = 8 << 20;

// A batch of many countries bears some trouble on the way, but a source that is in trouble itself is not
// asked three times for each.
int retriesOnTopOf(qsizetype countries)
{
    return int(20 + 2 * countries / 5);
}

} // namespace

SourceLanes::SourceLanes(QThreadPool &savers, const SaveTask &save, QObject *parent)
    : QObject(parent)
    , m_savers(savers)
    , m_save(save)
{
}

SourceLanes::~SourceLanes() = default;

void SourceLanes::begin(const DownloadRequest &request)
{
    m_request = &request;
    while (m_lanes.size() < std::size_t(request.sources.size()))
        m_lanes.push_back(newLane());
    for (std::size_t number = 0; const Source &source : request.sources)
        m_lanes[number++]->begin(request, source, settingsFor(source));
    dealOut();
}

std::unique_ptr<SourceLane> SourceLanes::newLane()
{
    auto owned = std::make_unique<SourceLane>(m_savers, m_save);
    SourceLane *lane = owned.get();
    connect(lane, &SourceLane::moreWanted, this, &SourceLanes::moreWanted);
    connect(lane, &SourceLane::downloading, this, &SourceLanes::downloading);
    connect(lane, &SourceLane::heldBack, this, &SourceLanes::heldBack);
    connect(lane, &SourceLane::ended, this,
        [this, lane](const FlagResult &result, bool isHopeless) { Q_EMIT ended(lane, result, isHopeless); });
    connect(lane, &SourceLane::namesFailed, this,
        [this, lane](const Failure &failure) { Q_EMIT namesFailed(lane, failure); });
    return owned;
}

void SourceLanes::dealOut()
{
    for (const Country &country : m_request->countries) {
        const QString id = m_request->known.value(country.code).source;
        const auto own = std::ranges::find_if(
            ofThisBatch(), [&id](const auto &lane) { return lane->source().id == id; });
        (own == ofThisBatch().end() ? ofThisBatch().front() : *own)->add(country);
    }
}

TransferSettings SourceLanes::settingsFor(const Source &source) const
{
    TransferSettings settings = m_request->transfer;
    if (source.embedded != Embedded::No)
        settings.proxyChoice = ProxyChoice::None;
    settings.spacing = std::max(settings.spacing, source.pause);
    settings.limit = std::min(source.wantedLimit.value_or(source.limit), limitWithinDescriptors());
    settings.retryBudget = retriesOnTopOf(m_request->countries.size());
    return settings;
}

int SourceLanes::limitWithinDescriptors() const
{
    return requestsWithinDescriptors(m_request->concurrentBatches, int(m_request->sources.size()));
}

void SourceLanes::useSet(const std::shared_ptr<OpenSet> &set, const QHash<QString, SetFlag> &known)
{
    for (const auto &lane : ofThisBatch())
        lane->useSet(set, known);
}

void SourceLanes::startJobs()
{
    for (const auto &lane : m_lanes) {
        while (lane->wantsJob() && unsavedBytes() < maximalUnsavedBytes)
            lane->startJob();
    }
}

qint64 SourceLanes::unsavedBytes() const
{
    return std::accumulate(m_lanes.begin(), m_lanes.end(), qint64(0),
        [](qint64 sum, const auto &lane) { return sum + lane->unsavedBytes(); });
}

SourceLanes::Lanes SourceLanes::ofThisBatch() const
{
    return m_request ? Lanes(m_lanes).first(std::size_t(m_request->sources.size())) : Lanes();
}

SourceLanes::Lanes SourceLanes::behind(const SourceLane &lane) const
{
    const Lanes lanes = ofThisBatch();
    const auto own = std::ranges::find(lanes, &lane, &std::unique_ptr<SourceLane>::get);
    return lanes.subspan(std::size_t(own - lanes.begin()) + 1);
}

bool SourceLanes::areAllGone() const
{
    return std::ranges::all_of(
        ofThisBatch(), [](const auto &lane) { return lane->goneBecause().has_value(); });
}

qsizetype SourceLanes::waiting() const
{
    return std::accumulate(m_lanes.begin(), m_lanes.end(), qsizetype(0),
        [](qsizetype sum, const auto &lane) { return sum + lane->waiting(); });
}

void SourceLanes::takeBackWaitingJobs()
{
    for (const auto &lane : m_lanes)
        lane->takeBackWaitingJobs([](const Country &) { return true; });
}

bool SourceLanes::hold(const QString &code)
{
    return std::ranges::any_of(m_lanes, [&code](const auto &lane) { return lane->hold(code); });
}

bool SourceLanes::release(const QString &code)
{
    return std::ranges::any_of(m_lanes, [&code](const auto &lane) { return lane->release(code); });
}

std::optional<Country> SourceLanes::take(const QString &code)
{
    for (const auto &lane : m_lanes) {
        if (const auto country = lane->take(code))
            return country;
    }
    return {};
}

QList<Country> SourceLanes::takeAll()
{
    QList<Country> all;
    for (const auto &lane : m_lanes)
        all += lane->takeAll();
    std::ranges::sort(all, {}, &Country::code);
    return all;
}

void SourceLanes::setLimit(int limit)
{
    if (m_request)
        m_lanes.front()->setLimit(std::min(limit, limitWithinDescriptors()));
}
