#pragma once

#include "app/builtin/flagservice.h"
#include "app/builtin/httpconnection.h"

#include <QList>
#include <QTcpServer>
#include <QTimer>

#include <memory>

/// Accepts clients of an embedded server and owns their connections. Accepts again after a lack of
/// descriptors, and when a client disconnects while the limit of connections is reached. May be moved to
/// another thread before the event loop of the creating thread has run.
class HttpListener final : public QTcpServer
{
    Q_OBJECT

public:
    explicit HttpListener(const ServerLimits &limits);
    ~HttpListener() override;
    Q_DISABLE_COPY_MOVE(HttpListener)

    /// Sets the service that answers requests. Call it once, after listen().
    void setService(std::unique_ptr<FlagService> service);

private:
    void takePendingConnections();
    void onClosed(HttpConnection *connection);
    void endIdleConnections();

    const ServerLimits m_limits;
    std::unique_ptr<FlagService> m_service;
    HttpConnection::Scheduler m_schedule;
    QList<HttpConnection *> m_connections;
    QTimer m_acceptAgain{this}; // children, because they move to the other thread with this object
    QTimer m_idleCheck{this};
};
