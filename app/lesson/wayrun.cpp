#include "app/lesson/wayrun.h"

#include "app/lesson/threadedflag.h"
#include "app/tasks/threadlimit.h"

#include <algorithm>
#include <utility>

namespace {

/// Way::Threads needs a thread for each flag in progress. The others that start meanwhile are those of the
/// server, and flagfetch-render, whose processes count too.
std::size_t threadsFor(const WayRequest &request)
{
    constexpr qsizetype others = 8;
    return static_cast<std::size_t>(std::min<qsizetype>(request.atOnce, request.countries.size()) + others);
}

} // namespace

WayRun::WayRun(Way way, WayRequest request, std::shared_ptr<RequestLog> log, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_log(std::move(log))
{
    m_result.way = way;
}

WayRun::~WayRun()
{
    m_cancel.cancel();
    m_threads.reset(); // waits, because its threads refer to this object
}

void WayRun::start()
{
    // Before the measurement, which these threads must not change.
    if (m_result.way == Way::Threads && !canStartThreads(threadsFor(m_request))) {
        m_result.failure = Failure{FailureKind::TooManyThreads, 0, {}};
        Q_EMIT finished(m_result);
        return;
    }
    m_startedAt = SteadyTime::clock::now();
    m_log->begin(m_startedAt);
    m_sampler.start();
    switch (m_result.way) {
    case Way::OneAtATime:
        startQueue(1);
        return;
    case Way::Threads:
        startThreads();
        return;
    case Way::EventLoop:
        startQueue(m_request.atOnce);
        return;
    }
    Q_UNREACHABLE();
}

void WayRun::cancel()
{
    m_result.wasCancelled = true;
    m_cancel.cancel();
    if (m_queue)
        m_queue->cancel();
}

void WayRun::startQueue(int limit)
{
    DownloadRequest request{.countries = m_request.countries,
        .sources = {m_request.source},
        .save = {},
        .transfer = {},
        .thumbnailSize = {}};
    request.sources.first().wantedLimit = limit;
    request.transfer.proxyChoice = ProxyChoice::None;
    request.log = m_log;
    m_queue.emplace(&checkInMemory);
    connect(&*m_queue, &DownloadQueue::flagFinished, this,
        [this](const FlagResult &result) { count(result.country.code, result); });
    connect(&*m_queue, &DownloadQueue::finished, this, &WayRun::finish);
    m_queue->start(request);
}

void WayRun::startThreads()
{
    m_log->setLimit(m_request.atOnce);
    m_running = static_cast<int>(m_request.countries.size());
    m_threads.emplace();
    m_threads->setMaxThreadCount(m_request.atOnce);
    for (const Country &country : m_request.countries) {
        m_threads->start([this, flag = ThreadedFlag{country, m_request.source, m_log, m_cancel}] {
            const SavedFlag fetched = fetchInThread(flag);
            // This object exists: its destructor waits for this thread.
            QMetaObject::invokeMethod(
                this,
                [this, code = flag.country.code, fetched] {
                    count(code, fetched);
                    if (--m_running == 0)
                        finish();
                },
                Qt::QueuedConnection);
        });
    }
}

void WayRun::count(const QString &code, const SavedFlag &flag)
{
    if (flag.times.thread != nullptr)
        m_checking.insert(flag.times.thread);
    if (flag.state == FlagState::Fetched)
        m_result.fetched.insert(code, flag.sha256);
    else if (flag.state != FlagState::Cancelled)
        ++m_result.failed;
}

void WayRun::finish()
{
    const SteadyTime now = SteadyTime::clock::now();
    m_sampler.stop();
    m_log->end(now);
    m_result.elapsed = now - m_startedAt;
    m_result.usage = m_sampler.usage();
    m_result.checkingThreads = static_cast<int>(m_checking.size());
    Q_EMIT finished(m_result);
}
