#pragma once

#include "app/builtin/flagservice.h"
#include "app/builtin/httpconnection.h"

#include <QList>
#include <QTcpServer>
#include <QTimer>

#include <memory>

/// Accepts the clients of an embedded server, and owns their connections. Accepts again after it ran out of
/// descriptors, and when a client leaves while as many are connected as may be.
/// May be moved to another thread as long as no event loop of the thread that made it has run.
class HttpListener final : public QTcpServer
{
    Q_OBJECT

public:
    explicit HttpListener(const ServerLimits &limits);
    ~HttpListener() override;
    Q_DISABLE_COPY_MOVE(HttpListener)

    /// To be called once, after listen(): who answers.
    void setService(std::unique_ptr<FlagService> service);

private:
    void takePendingConnections();
    void onClosed(HttpConnection *connection);
    void endIdleConnections();

    const ServerLimits m_limits;
    std::unique_ptr<FlagService> m_service;
    HttpConnection::Scheduler m_schedule;
    QList<HttpConnection *> m_connections;
    QTimer m_acceptAgain{this}; // children move to the other thread with this object
    QTimer m_idleCheck{this};
};
