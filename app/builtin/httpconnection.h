#pragma once

#include "app/builtin/httprequestparser.h"
#include "app/builtin/httpresponse.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

class QTcpSocket;

/// One client of an embedded server: reads its requests, and answers them in their order. Reads no further
/// while many answers wait, or while the client does not take them, so its memory is limited. Owned by the
/// listener, on the server's thread.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    using Scheduler = std::function<ScheduledResponse(const HttpRequest &)>;

    /// Takes the socket. `schedule` must live as long as this object.
    HttpConnection(
        QTcpSocket *socket, const Scheduler &schedule, const ServerLimits &limits, QObject *parent);
    Q_DISABLE_COPY_MOVE(HttpConnection)

    /// Reads what the socket has received already.
    void start();
    /// To be called now and then: ends the connection if nothing has happened on it for too long.
    void endIfIdle();

Q_SIGNALS:
    /// Once, at the end. The descriptor is free then.
    void closed();

private:
    enum class State {
        Open, ///< reads and answers
        Ending, ///< reads no more; answers what it has read
        Draining, ///< has answered; drops what the client still sends, so that the client can read the answer
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
