#include "app/builtin/httpconnection.h"

#include <QTcpSocket>

#include <sys/socket.h>

#include <utility>

using namespace std::chrono_literals;

namespace {

// Per connection, in bytes. Input beyond the receive buffer stays in the kernel.
constexpr qint64 receiveBuffer = 64 << 10;
constexpr qint64 maximalUnsent = 256 << 10;
// Pending requests of a pipelining client.
constexpr std::size_t maximalPending = 64;
// In bytes. Up to this size, body and header are sent with one system call and in one segment.
constexpr qsizetype smallBody = 64 << 10;
// Time for the client to read the last answer. Closing the socket with unread input would reset the
// connection, and the reset can arrive before the answer; RFC 9112, section 9.6.
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
    // Disable Nagle's algorithm, because answers are written as a whole. With it, each answer to a pipelining
    // client would wait 40 ms for the acknowledgement of the previous one.
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

// Without flush(): data sent inside of this signal does not emit it again, and the answers would stop.
void HttpConnection::onBytesWritten()
{
    m_idle.setRemainingTime(m_limits.idleTime);
    proceed();
}

/// Sends several answers together, without returning to the event loop first.
void HttpConnection::proceedAndFlush()
{
    proceed();
    m_socket->flush();
}

/// Reads and answers as much as possible now. Every event calls this function, so no request is forgotten.
void HttpConnection::proceed()
{
    while (m_state == State::Open || m_state == State::Ending) {
        readRequests();
        const std::size_t before = m_pending.size();
        answerDueRequests();
        if (m_pending.size() == before)
            break; // otherwise more requests may fit
    }
    if (m_state == State::Ending && m_pending.empty() && m_socket->bytesToWrite() == 0)
        drain();
}

void HttpConnection::readRequests()
{
    while (m_state == State::Open && m_pending.size() < maximalPending
        && m_socket->bytesToWrite() < maximalUnsent) {
        if (m_received.isEmpty())
            m_received = m_socket->readAll();
        if (m_received.isEmpty() || !readOneRequest())
            return;
    }
}

/// Returns whether a request was completed or failed.
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
    while (!m_pending.empty() && m_pending.front().due.hasExpired()
        && m_socket->bytesToWrite() < maximalUnsent) {
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
    const bool waitsForDelay = !m_pending.empty() && !m_pending.front().due.hasExpired();
    if (m_state == State::Closed || waitsForDelay || !m_idle.hasExpired())
        return;
    m_socket->abort(); // calls onDisconnected()
}

void HttpConnection::onDisconnected()
{
    if (std::exchange(m_state, State::Closed) == State::Closed)
        return;
    m_pending.clear();
    m_nextAnswer.stop();
    Q_EMIT closed();
}
