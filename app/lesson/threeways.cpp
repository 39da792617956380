#include "app/lesson/threeways.h"

ThreeWays::ThreeWays(QObject *parent)
    : QObject(parent)
{
    for (auto &log : m_logs)
        log = std::make_shared<RequestLog>();
}

ThreeWays::~ThreeWays() = default;

void ThreeWays::start(const LessonRequest &request)
{
    Q_ASSERT(m_state == State::Idle);
    m_request = request;
    m_next = 0;
    m_state = State::Running;
    startNext();
}

void ThreeWays::cancel()
{
    if (m_state != State::Running)
        return;
    m_state = State::Cancelling;
    if (m_run)
        m_run->cancel();
}

void ThreeWays::startNext()
{
    // Ends the threads of the way before, so that they do not count for this one.
    m_run.reset();
    m_servers.reset();
    if (m_next >= allWays.size() || m_state == State::Cancelling) {
        m_state = State::Idle;
        Q_EMIT finished();
        return;
    }
    const Way way = allWays.at(m_next++);
    m_servers = std::make_unique<BuiltinServers>(m_request.servers);
    const auto source = m_servers->resolveAddresses(m_request.source);
    Q_EMIT wayStarted(way);
    if (!source) {
        endWay({.way = way, .failure = source.error()});
        return;
    }
    m_run
        = std::make_unique<WayRun>(way, WayRequest{m_request.countries, *source, m_request.atOnce}, log(way));
    connect(m_run.get(), &WayRun::finished, this, &ThreeWays::endWay);
    if (m_state == State::Running) // a slot of wayStarted() may have cancelled
        m_run->start();
    else
        endWay({.way = way, .wasCancelled = true});
}

// Queued, because m_run may be the sender of the current signal.
void ThreeWays::endWay(const WayResult &result)
{
    QMetaObject::invokeMethod(this, &ThreeWays::startNext, Qt::QueuedConnection);
    Q_EMIT wayFinished(result);
}
