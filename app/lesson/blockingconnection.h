#pragma once

#include "app/drawing/canceltoken.h"
#include "app/failures/result.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QTcpSocket>
#include <QUrl>

#include <chrono>
#include <optional>

/// A TCP connection whose functions block their thread until they have what they return. **For the lesson
/// only**: see blockingGet(). Each wait ends at the deadline, and within a second if the token is cancelled.
/// For one thread of a pool.
class BlockingConnection final
{
public:
    BlockingConnection(std::chrono::milliseconds deadline, CancelToken cancel);
    Q_DISABLE_COPY_MOVE(BlockingConnection)
    ~BlockingConnection() = default;

    // All fail with Timeout, Cancelled or ConnectionLost, and with what their comments say.

    /// Fails with ConnectionRefused.
    [[nodiscard]] std::optional<Failure> open(const QUrl &url);
    void send(const QByteArray &bytes) { m_socket.write(bytes); }

    /// Returns a line without its end. Fails with BadResponse if it is longer than this, and with Truncated
    /// if the connection ends before the line does.
    [[nodiscard]] Result<QByteArray> readLine(qsizetype maximalBytes);
    /// Fails with Truncated if the connection ends before.
    [[nodiscard]] Result<QByteArray> read(qint64 bytes);
    /// Returns all bytes until the server closes the connection. Fails with TooLarge.
    [[nodiscard]] Result<QByteArray> readToEnd(qint64 maximalBytes);

private:
    /// Waits for bytes that readers have not seen. Returns false if the server has closed the connection.
    [[nodiscard]] Result<bool> waitForMore();
    [[nodiscard]] std::optional<Failure> reasonToStop() const;
    /// In milliseconds, as Qt's functions take it.
    [[nodiscard]] int nextWait(std::chrono::milliseconds longest) const;
    [[nodiscard]] Failure truncated() const;

    const QDeadlineTimer m_deadline;
    const CancelToken m_cancel;
    QTcpSocket m_socket;
    bool m_hasReceived = false;
};
