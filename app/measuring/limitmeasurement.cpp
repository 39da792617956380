#include "app/measuring/limitmeasurement.h"

#include "app/downloads/downloadqueue.h"
#include "app/saving/checkedflag.h"
#include "app/timeline/requestlog.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

int requestsOf(const MeasurementRequest &request)
{
    const int forEachFlag = request.source.metadataTemplate.isEmpty() ? 1 : 2;
    return forEachFlag * int(request.countries.size());
}

} // namespace

FaultSettings defaultMeasuredFaults()
{
    return {.shortestDelay = 100ms, .longestDelay = 300ms, .errorDelay = 200ms, .capacity = 10};
}

std::optional<int> knownLimit(const MeasurementRequest &request)
{
    switch (request.source.embedded) {
    case Embedded::No:
        return request.source.limit;
    case Embedded::Slow:
        return request.servers.slow.capacity > 0 ? std::optional(request.servers.slow.capacity)
                                                 : std::nullopt;
    case Embedded::Plain:
    case Embedded::Faulty:
        break;
    }
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> expectedTime(const MeasurementRequest &request)
{
    const FaultSettings &slow = request.servers.slow;
    const bool isSlow = request.source.embedded == Embedded::Slow;
    const int requests = requestsOf(request);
    if (!isSlow && request.source.pause.count() == 0)
        return std::nullopt;
    if (!isSlow)
        return request.source.pause * requests * request.limits.size();
    const auto average = (slow.shortestDelay + slow.longestDelay) / 2;
    std::chrono::milliseconds sum{0};
    for (const int limit : request.limits) {
        const int atOnce = slow.capacity > 0 ? std::min(limit, slow.capacity) : limit;
        sum += std::max(average * requests / atOnce, slow.longestDelay);
    }
    return sum;
}

int wholeSeconds(std::chrono::milliseconds duration)
{
    return int(std::chrono::ceil<std::chrono::seconds>(duration).count());
}

LimitMeasurement::LimitMeasurement(QObject *parent)
    : QObject(parent)
{
}

LimitMeasurement::~LimitMeasurement() = default;

void LimitMeasurement::start(const MeasurementRequest &request)
{
    Q_ASSERT(m_state == State::Idle);
    m_request = request;
    m_measurement = {.sourceLimit = knownLimit(request), .pause = request.source.pause};
    m_next = 0;
    m_state = State::Running;
    scheduleNext();
}

void LimitMeasurement::cancel()
{
    if (m_state != State::Running)
        return;
    m_state = State::Cancelling;
    m_measurement.wasCancelled = true;
    if (m_queue)
        m_queue->cancel();
}

BatchProgress LimitMeasurement::progress() const
{
    return m_queue ? m_queue->progress() : BatchProgress();
}

void LimitMeasurement::startNext()
{
    m_queue.reset();
    m_servers.reset();
    if (m_next >= m_request.limits.size() || m_state == State::Cancelling || m_measurement.failure) {
        m_state = State::Idle;
        const Measurement result = m_measurement; // a slot may start the next measurement
        Q_EMIT finished(result);
        return;
    }
    m_servers = std::make_unique<BuiltinServers>(m_request.servers);
    const auto source = m_servers->resolveAddresses(m_request.source);
    if (!source) {
        m_measurement.failure = source.error();
        scheduleNext();
        return;
    }
    const int limit = m_request.limits.at(m_next++);
    Q_EMIT runStarted(limit);
    if (m_state == State::Running) // a slot may have cancelled
        startRun(limit, *source);
    else
        scheduleNext();
}

void LimitMeasurement::startRun(int limit, const Source &source)
{
    m_latestFailure.reset();
    m_notFound.clear();
    m_failed.clear();
    m_log = std::make_shared<RequestLog>();
    m_queue = std::make_unique<DownloadQueue>(&checkWithoutSaving);
    connect(m_queue.get(), &DownloadQueue::flagFinished, this, [this](const FlagResult &result) {
        noteResult(result);
        Q_EMIT advanced();
    });
    connect(m_queue.get(), &DownloadQueue::finished, this, &LimitMeasurement::endRun);
    DownloadRequest request{.countries = m_request.countries,
        .sources = {source},
        .save = {},
        .transfer = m_request.transfer,
        .thumbnailSize = {},
        .log = m_log};
    request.sources.first().wantedLimit = limit;
    m_log->begin(SteadyTime::clock::now());
    m_queue->start(request);
}

void LimitMeasurement::noteResult(const FlagResult &result)
{
    const bool hasFailed = result.state == FlagState::Failed;
    if (!hasFailed && result.state != FlagState::NotFound)
        return;
    (hasFailed ? m_failed : m_notFound).append(result.country.code);
    if (hasFailed
        || !m_latestFailure) // a failure says more about the source than a flag that it does not have
        m_latestFailure = result.failure;
}

void LimitMeasurement::endRun(const BatchProgress &progress)
{
    m_log->end(SteadyTime::clock::now());
    scheduleNext();
    if (m_state == State::Cancelling)
        return;
    Timeline timeline;
    timeline.update(m_log->takeChanges());
    MeasuredRun run = measuredRun(m_request.limits.at(m_next - 1), timeline, progress);
    m_notFound.sort();
    m_failed.sort();
    run.notFoundCodes = m_notFound;
    run.failedCodes = m_failed;
    m_measurement.runs.append(run);
    const bool isFirst = m_measurement.runs.size() == 1;
    if (isFirst && run.fetched == 0) // the other limits would only repeat it
        m_measurement.failure = m_latestFailure;
    Q_EMIT runFinished(run);
}

// Queued, because the queue may be the sender of the current signal.
void LimitMeasurement::scheduleNext()
{
    QMetaObject::invokeMethod(this, &LimitMeasurement::startNext, Qt::QueuedConnection);
}
