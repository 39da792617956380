#include "app/downloads/comparison.h"

#include "app/images/picturedistance.h"
#include "app/logging/logging.h"
#include "app/saving/checkedflag.h"
#include "app/sources/sourcetexts.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <exception>
#include <tuple>
#include <utility>

namespace {

bool isThere(const FlagResult &result)
{
    return result.state == FlagState::Fetched;
}

/// Adds the distance and the freshness of the pictures. Runs in the thread pool.
void measure(ComparedFlag &flag)
{
    const auto &[one, other] = flag.flags;
    if (isThere(one) && isThere(other))
        flag.distance = pictureDistance(one.thumbnail, other.thumbnail);
    for (std::size_t side = 0; side < flag.flags.size(); ++side) {
        if (isThere(flag.flags[side]))
            flag.freshness[side] = freshnessOf(flag.country().code, flag.flags[side].thumbnail);
    }
}

/// The flag is compared without measurements if there is no memory for them.
ComparedFlag measured(ComparedFlag flag) noexcept
{
    try {
        measure(flag);
    } catch (const std::exception &exception) {
        qCWarning(lcDownloads).noquote() << "not measured:" << exception.what();
    }
    return flag;
}

int missing(const ComparedFlag &flag)
{
    return int(!isThere(flag.flags.front())) + int(!isThere(flag.flags.back()));
}

} // namespace

bool comesBefore(const ComparedFlag &one, const ComparedFlag &other)
{
    const auto rank = [](const ComparedFlag &flag) {
        return std::tuple(missing(flag), -flag.distance.value_or(0), flag.country().code);
    };
    return rank(one) < rank(other);
}

Comparison::Comparison(QObject *parent)
    : QObject(parent)
    , m_queues{DownloadQueue(&checkWithoutSaving), DownloadQueue(&checkWithoutSaving)}
{
    for (const Side side : {Side(0), Side(1)}) {
        connect(&m_queues[side], &DownloadQueue::flagFinished, this,
            [this, side](const FlagResult &result) { onFlagFinished(side, result); });
        connect(&m_queues[side], &DownloadQueue::finished, this, &Comparison::finishIfDone);
    }
}

Comparison::~Comparison() = default;

void Comparison::start(const ComparisonRequest &request)
{
    Q_ASSERT(!isRunning());
    m_single.clear();
    m_sources = request.sources;
    m_done = 0;
    m_isRunning = true;
    for (const Side side : {Side(0), Side(1)}) {
        m_queues[side].start({.countries = request.countries,
            .sources = {request.sources[side]},
            .save = {},
            .transfer = request.transfer,
            .thumbnailSize = request.pictureSize,
            .concurrentBatches = 2});
    }
    m_total = m_queues.front().progress().total;
}

void Comparison::cancel()
{
    for (DownloadQueue &queue : m_queues)
        queue.cancel();
}

void Comparison::onFlagFinished(Side side, const FlagResult &finished)
{
    FlagResult result = finished;
    if (result.sourceId.isEmpty()) { // the source was given up before
        result.sourceId = m_sources[side].id;
        result.sourceTitle = displayTitle(m_sources[side]);
    }
    const auto other = m_single.constFind(result.country.code);
    if (other == m_single.cend()) {
        m_single.insert(result.country.code, result);
        return;
    }
    ComparedFlag flag;
    flag.flags[side] = result;
    flag.flags[1 - side] = *other;
    m_single.erase(other);
    if (missing(flag) < 2)
        measure(flag);
    else
        report(flag);
}

void Comparison::measure(const ComparedFlag &flag)
{
    auto *watcher = new QFutureWatcher<ComparedFlag>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        report(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_measurers, &measured, flag));
}

void Comparison::report(const ComparedFlag &flag)
{
    ++m_done;
    Q_EMIT compared(flag);
    finishIfDone();
}

void Comparison::finishIfDone()
{
    const bool isAsking = m_queues.front().isRunning() || m_queues.back().isRunning();
    if (m_isRunning && !isAsking && m_done == m_total) {
        m_isRunning = false;
        Q_EMIT finished();
    }
}
