#pragma once

#include "app/builtin/httprequestparser.h"
#include "app/builtin/httpresponse.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

class QTcpSocket;

/// A client connection of an embedded server: reads requests and answers them in order. To limit memory, it
/// stops reading while many answers are pending or unread by the client. Owned by HttpListener, on the
/// server's thread. Emits closed() once, at the end.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    using Scheduler = std::function<ScheduledResponse(const HttpRequest &)>;

    /// Takes ownership of the socket. `schedule` must outlive this object.
    HttpConnection(
        QTcpSocket *socket, const Scheduler &schedule, const ServerLimits &limits, QObject *parent);
    Q_DISABLE_COPY_MOVE(HttpConnection)

    /// Handles data that the socket has already received.
    void start();
    /// Closes the connection if it has been idle for too long. Call it periodically.
    void endIfIdle();

Q_SIGNALS:
    /// Emitted once, after the descriptor was closed.
    void closed();

private:
    enum class State {
        Open, ///< reads and answers requests
        Ending, ///< reads no more requests, answers the pending ones
        Draining, ///< has answered; discards input, so that the client can read the answer
        Closed
    };

    struct Pending
    {
        QDeadlineTimer due;
        HttpRequest request;
        std::function<HttpResponse()> respond;
    };

    void onReadyRead();
    void onBytesWritten();
    void proceedAndFlush();
    void proceed();
    void readRequests();
    [[nodiscard]] bool readOneRequest();
    void answerDueRequests();
    void answer(const Pending &pending);
    void drain();
    void onDisconnected();

    QTcpSocket *const m_socket;
    const Scheduler &m_schedule;
    const ServerLimits m_limits;
    State m_state = State::Open;
    HttpRequestParser m_parser;
    QByteArray m_received; // not parsed yet
    std::deque<Pending> m_pending; // in the order of the requests
    QTimer m_nextAnswer;
    QDeadlineTimer m_idle;
};
