#include "ui/window/sessionclient.h"

#include <QSemaphore>

#include <deque>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

using namespace std::chrono_literals;

namespace {

// Twice for each frame, so that two frames show what a burst of flags brings.
constexpr auto deliveryInterval = 8ms;
// Of the GUI thread for each delivery. The rest of a frame is left for input and painting.
constexpr qint64 deliveryBudget = 1'000'000; // ns
// While nothing happens there are no signals. But how long nothing has happened is shown, in seconds.
constexpr auto statusInterval = 1s;

} // namespace

/// The signals of the session that the window has not received yet. The thread of the session fills it.
struct SessionClient::Mailbox
{
    std::mutex mutex;
    std::deque<Event> events;
    SessionClient *client = nullptr; // null after its end

    void add(Event event)
    {
        const std::lock_guard lock(mutex);
        events.push_back(std::move(event));
        if (client != nullptr && events.size() == 1)
            QMetaObject::invokeMethod(client, &SessionClient::scheduleDelivery, Qt::QueuedConnection);
    }

    [[nodiscard]] std::optional<Event> takeNext()
    {
        const std::lock_guard lock(mutex);
        if (events.empty())
            return std::nullopt;
        Event next = std::move(events.front());
        events.pop_front();
        return next;
    }

    [[nodiscard]] std::size_t count()
    {
        const std::lock_guard lock(mutex);
        return events.size();
    }
};

SessionClient::SessionClient(DownloadSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->client = this;
    m_delivery.setSingleShot(true);
    m_delivery.setTimerType(Qt::PreciseTimer);
    m_delivery.setInterval(deliveryInterval);
    connect(&m_delivery, &QTimer::timeout, this, &SessionClient::deliverSome);
    m_statusTimer.setInterval(statusInterval);
    connect(&m_statusTimer, &QTimer::timeout, this, &SessionClient::requestStatus);
    forward(&DownloadSession::stateChanged, &SessionClient::stateChanged);
    forward(&DownloadSession::confirmationRequired, &SessionClient::confirmationRequired);
    forward(&DownloadSession::planned, &SessionClient::planned);
    forward(&DownloadSession::batchStarted, &SessionClient::batchStarted);
    forward(&DownloadSession::flagStateChanged, &SessionClient::flagStateChanged);
    forward(&DownloadSession::retryScheduled, &SessionClient::retryScheduled);
    forward(&DownloadSession::flagFinished, &SessionClient::flagFinished);
    forward(&DownloadSession::pauseChanged, &SessionClient::pauseChanged);
    forward(&DownloadSession::finished, &SessionClient::finished);
}

SessionClient::~SessionClient()
{
    const std::lock_guard lock(m_mailbox->mutex);
    m_mailbox->client = nullptr;
}

template <typename... Parameters, typename... Arguments>
void SessionClient::forward(
    void (DownloadSession::*signal)(Parameters...), void (SessionClient::*own)(Arguments...))
{
    // Called in the thread of the session, also while the client ends.
    connect(&m_session, signal, &m_session,
        [mailbox = m_mailbox, session = &m_session, client = this, own](
            const std::decay_t<Parameters> &...values) {
            mailbox->add({statusOf(*session), [client, own, values...] { Q_EMIT(client->*own)(values...); }});
        });
}

void SessionClient::start(const Operation &operation, const SessionSettings &settings)
{
    m_blocker = settings.blocker;
    call([&](DownloadSession &session) { session.start(operation, settings); });
}

void SessionClient::retry(const QStringList &codes, const SessionSettings &settings)
{
    m_blocker = settings.blocker;
    call([&](DownloadSession &session) { session.retry(codes, settings); });
}

bool SessionClient::canRetry(const QString &folder, const QStringList &codes)
{
    bool can = false;
    call([&](const DownloadSession &session) { can = session.canRetry(folder, codes); });
    return can;
}

void SessionClient::forgetLatest()
{
    call([](DownloadSession &session) { session.forgetLatest(); });
}

void SessionClient::confirm()
{
    call([](DownloadSession &session) { session.confirm(); });
}

void SessionClient::cancel()
{
    call([](DownloadSession &session) { session.cancel(); });
}

void SessionClient::interrupt()
{
    call([](DownloadSession &session) { session.interrupt(); });
}

void SessionClient::pause()
{
    call([](DownloadSession &session) { session.pause(); });
}

void SessionClient::unpause()
{
    call([](DownloadSession &session) { session.unpause(); });
}

void SessionClient::setLimit(int limit)
{
    call([limit](DownloadSession &session) { session.setLimit(limit); });
}

void SessionClient::holdCountry(const QString &code)
{
    call([code](DownloadSession &session) { session.holdCountry(code); });
}

void SessionClient::releaseCountry(const QString &code)
{
    call([code](DownloadSession &session) { session.releaseCountry(code); });
}

void SessionClient::cancelCountry(const QString &code)
{
    call([code](DownloadSession &session) { session.cancelCountry(code); });
}

BatchProgress SessionClient::progress() const
{
    BatchProgress progress = m_status.progress;
    if (!isRunning())
        return progress;
    const auto since
        = std::chrono::duration_cast<std::chrono::milliseconds>(SteadyTime::clock::now() - m_status.at);
    progress.elapsed += since;
    if (progress.silence > 0ms)
        progress.silence += since;
    return progress;
}

SessionClient::Status SessionClient::statusOf(const DownloadSession &session)
{
    return {.state = session.state(),
        .folder = session.folder(),
        .sources = session.sources(),
        .progress = session.progress(),
        .at = SteadyTime::clock::now()};
}

void SessionClient::requestStatus()
{
    QMetaObject::invokeMethod(
        &m_session,
        [mailbox = m_mailbox, session = &m_session] {
            mailbox->add({statusOf(*session), [] {}});
        },
        Qt::QueuedConnection);
}

// The thread of the session never waits for the window, and is busy for a few milliseconds at most, because a
// demonstration is suspended meanwhile.
void SessionClient::call(const std::function<void(DownloadSession &)> &function)
{
    Status now;
    QSemaphore done;
    QMetaObject::invokeMethod(
        &m_session,
        [&] {
            function(m_session);
            now = statusOf(m_session);
            done.release();
        },
        Qt::QueuedConnection);
    {
        // It begins after the call was posted, so that the call comes before the flags that were to block.
        const LoopBlocker::Suspension suspension(m_blocker);
        done.acquire();
    }
    for (std::size_t left = m_mailbox->count(); left > 0 && deliverNext(); --left)
        continue;
    if (m_status.at < now.at) // otherwise a receiver has called the session meanwhile
        setStatus(now);
}

void SessionClient::setStatus(const Status &status)
{
    m_status = status;
    if (!isRunning())
        m_statusTimer.stop();
    else if (!m_statusTimer.isActive())
        m_statusTimer.start();
}

void SessionClient::scheduleDelivery()
{
    if (!m_delivery.isActive())
        m_delivery.start();
}

void SessionClient::deliverSome()
{
    QElapsedTimer since;
    since.start();
    while (since.nsecsElapsed() < deliveryBudget) {
        if (!deliverNext())
            return;
    }
    if (m_mailbox->count() > 0)
        scheduleDelivery();
}

/// Returns false if there is nothing to deliver.
bool SessionClient::deliverNext()
{
    const auto next = m_mailbox->takeNext();
    if (!next)
        return false;
    setStatus(next->status);
    next->send();
    return true;
}
