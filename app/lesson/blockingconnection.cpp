#include "app/lesson/blockingconnection.h"

#include <QNetworkProxy>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

// After each, the connection looks whether it was cancelled.
constexpr auto longestWait = 100ms;
// Longer, because a wait for the connection cannot be continued: QTcpSocket gives the attempt up.
constexpr auto longestAttempt = 1s;

constexpr int httpPort = 80;

} // namespace

BlockingConnection::BlockingConnection(std::chrono::milliseconds deadline, CancelToken cancel)
    : m_deadline(deadline)
    , m_cancel(std::move(cancel))
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
}

std::optional<Failure> BlockingConnection::reasonToStop() const
{
    if (m_cancel.isCancelled())
        return Failure{FailureKind::Cancelled, 0, {}};
    if (m_deadline.hasExpired())
        return Failure{FailureKind::Timeout, 0, {}};
    return std::nullopt;
}

int BlockingConnection::nextWait(std::chrono::milliseconds longest) const
{
    return static_cast<int>(std::clamp<qint64>(m_deadline.remainingTime(), 1, longest / 1ms));
}

Failure BlockingConnection::truncated() const
{
    return {m_hasReceived ? FailureKind::Truncated : FailureKind::ConnectionLost, 0, {}};
}

std::optional<Failure> BlockingConnection::open(const QUrl &url)
{
    while (m_socket.state() != QAbstractSocket::ConnectedState) {
        if (const auto reason = reasonToStop())
            return reason;
        m_socket.connectToHost(url.host(), static_cast<quint16>(url.port(httpPort)));
        if (m_socket.waitForConnected(nextWait(longestAttempt)))
            break;
        if (m_socket.error() == QAbstractSocket::ConnectionRefusedError)
            return Failure{FailureKind::ConnectionRefused, 0, {}};
        if (m_socket.error() != QAbstractSocket::SocketTimeoutError)
            return Failure{FailureKind::ConnectionLost, 0, m_socket.errorString()};
    }
    return std::nullopt;
}

Result<bool> BlockingConnection::waitForMore()
{
    const qint64 known = m_socket.bytesAvailable();
    while (m_socket.bytesAvailable() == known) {
        if (const auto reason = reasonToStop())
            return unexpected(*reason);
        const bool isReady = m_socket.waitForReadyRead(nextWait(longestWait));
        if (!isReady && m_socket.state() != QAbstractSocket::ConnectedState)
            break;
    }
    const bool hasMore = m_socket.bytesAvailable() > known;
    m_hasReceived |= hasMore;
    return hasMore;
}

Result<QByteArray> BlockingConnection::readLine(qsizetype maximalBytes)
{
    while (!m_socket.canReadLine()) {
        if (m_socket.bytesAvailable() > maximalBytes)
            return unexpected(Failure{FailureKind::BadResponse, 0, {}});
        const auto hasMore = waitForMore();
        if (!hasMore)
            return unexpected(hasMore.error());
        if (!*hasMore)
            return unexpected(truncated());
    }
    QByteArray line = m_socket.readLine();
    if (line.size() > maximalBytes)
        return unexpected(Failure{FailureKind::BadResponse, 0, {}});
    line.chop(line.endsWith("\r\n") ? 2 : 1);
    return line;
}

Result<QByteArray> BlockingConnection::read(qint64 bytes)
{
    while (m_socket.bytesAvailable() < bytes) {
        const auto hasMore = waitForMore();
        if (!hasMore)
            return unexpected(hasMore.error());
        if (!*hasMore)
            return unexpected(truncated());
    }
    return m_socket.read(bytes);
}

Result<QByteArray> BlockingConnection::readToEnd(qint64 maximalBytes)
{
    for (;;) {
        if (m_socket.bytesAvailable() > maximalBytes)
            return unexpected(Failure{FailureKind::TooLarge, 0, {}});
        const auto hasMore = waitForMore();
        if (!hasMore)
            return unexpected(hasMore.error());
        if (!*hasMore)
            return m_socket.readAll();
    }
}
