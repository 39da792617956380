#include "app/builtin/httpconnection.h"

#include <QTcpSocket>

#include <sys/socket.h>

#include <utility>

using namespace std::chrono_literals;

namespace {

// Per connection, in bytes. What a client sends beyond the first waits in the kernel.
constexpr qint64 receiveBuffer = 64 * 1024;
constexpr qint64 mostUnsent = 256 * 1024;
// Requests that wait for their answers. A pipelining client sends the next ones when the first are answered.
constexpr std::size_t mostPending = 64;
// Such an answer and its head go out in one system call and one segment.
constexpr qsizetype smallBody = 64 * 1024;
// For the client to read the last answer. Closing with unread bytes would reset the connection, and the reset
// can overtake the answer; RFC 9112, section 9.6.
constexpr auto drainTime = 2s;

} // namespace

HttpConnection::HttpConnection(
    QTcpSocket *socket, const Scheduler &schedule, const ServerLimits &limits, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_schedule(schedule)
    , m_limits(limits)
    , m_parser(limits)
    , m_nextAnswer(this)
    , m_idle(limits.idleTime)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(receiveBuffer);
    // Answers are sent as a whole. To a pipelining client each would wait 40 ms for the acknowledgement of
    // the one before otherwise.
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_nextAnswer.setSingleShot(true);
    m_nextAnswer.setTimerType(Qt::PreciseTimer);
    connect(&m_nextAnswer, &QTimer::timeout, this, &HttpConnection::proceedAndFlush);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::onDisconnected);
}

void HttpConnection::start()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        onDisconnected();
    else if (m_socket->bytesAvailable() > 0)
        onReadyRead();
}

void HttpConnection::onReadyRead()
{
    if (m_state == State::Draining)
        m_socket->skip(m_socket->bytesAvailable());
    else
        proceedAndFlush();
}

// Without flush(): what is sent inside this signal causes no further one, and the answers would stop.
void HttpConnection::onBytesWritten()
{
    m_idle.setRemainingTime(m_limits.idleTime);
    proceed();
}

/// Several answers go out together, and without another turn of the event loop.
void HttpConnection::proceedAndFlush()
{
    proceed();
    m_socket->flush();
}

/// Reads and answers as far as possible at the moment. Every event leads here, so nothing can be left lying.
void HttpConnection::proceed()
{
    while (m_state == State::Open || m_state == State::Ending) {
        readRequests();
        const std::size_t before = m_pending.size();
        answerDueRequests();
        if (m_pending.size() == before)
            break; // otherwise there may be room for more requests
    }
    if (m_state == State::Ending && m_pending.empty() && m_socket->bytesToWrite() == 0)
        drain();
}

void HttpConnection::readRequests()
{
    while (
        m_state == State::Open && m_pending.size() < mostPending && m_socket->bytesToWrite() < mostUnsent) {
        if (m_received.isEmpty())
            m_received = m_socket->readAll();
        if (m_received.isEmpty() || !readOneRequest())
            return;
    }
}

/// Whether a request has come to its end, or failed.
bool HttpConnection::readOneRequest()
{
    m_received.remove(0, m_parser.read(m_received));
    if (m_parser.state() != HttpRequestParser::State::Complete
        && m_parser.state() != HttpRequestParser::State::Failed)
        return !m_received.isEmpty();

    const HttpRequest request = m_parser.request();
    if (m_parser.state() == HttpRequestParser::State::Failed) {
        m_pending.push_back({QDeadlineTimer(0), request,
            [status = m_parser.failureStatus()] { return textResponse(status, {}); }});
    } else {
        ScheduledResponse scheduled = m_schedule(request);
        m_pending.push_back(
            {QDeadlineTimer(scheduled.delay, Qt::PreciseTimer), request, std::move(scheduled.respond)});
        m_parser.reset();
    }
    m_idle.setRemainingTime(m_limits.idleTime);
    if (!request.keepsAlive)
        m_state = State::Ending;
    return true;
}

void HttpConnection::answerDueRequests()
{
    while (
        !m_pending.empty() && m_pending.front().due.hasExpired() && m_socket->bytesToWrite() < mostUnsent) {
        const Pending pending = std::move(m_pending.front());
        m_pending.pop_front();
        answer(pending);
    }
    if (!m_pending.empty() && !m_pending.front().due.hasExpired())
        m_nextAnswer.start(std::chrono::milliseconds(m_pending.front().due.remainingTime()));
}

void HttpConnection::answer(const Pending &pending)
{
    const EncodedResponse response = encoded(pending.respond(), pending.request, pending.request.keepsAlive);
    if (response.body.size() <= smallBody) {
        m_socket->write(response.head + response.body);
    } else {
        m_socket->write(response.head);
        m_socket->write(response.body); // shared with the socket, not copied
    }
}

void HttpConnection::drain()
{
    m_state = State::Draining;
    m_received.clear();
    m_idle.setRemainingTime(drainTime);
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    m_socket->skip(m_socket->bytesAvailable());
}

void HttpConnection::endIfIdle()
{
    const bool waitsForADelay = !m_pending.empty() && !m_pending.front().due.hasExpired();
    if (m_state == State::Closed || waitsForADelay || !m_idle.hasExpired())
        return;
    m_socket->abort(); // leads to onDisconnected()
}

void HttpConnection::onDisconnected()
{
    if (std::exchange(m_state, State::Closed) == State::Closed)
        return;
    m_pending.clear();
    m_nextAnswer.stop();
    Q_EMIT closed();
}
