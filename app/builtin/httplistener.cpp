#include "app/builtin/httplistener.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

// Of connections that the kernel accepts for us. A client that finds the queue full tries again only after a
// second.
constexpr int backlog = 1024;

// Of sockets that Qt accepts ahead of us. Few, because each takes a descriptor.
constexpr int mostAcceptedAhead = 16;

// After a failure to accept, as of a lack of descriptors: Qt stops accepting then until it is asked to go on.
constexpr auto acceptAgainAfter = 100ms;

constexpr auto idleCheckInterval = 1s;

} // namespace

HttpListener::HttpListener(const ServerLimits &limits)
    : m_limits(limits)
{
    setListenBacklogSize(backlog);
    setMaxPendingConnections(mostAcceptedAhead);
    m_acceptAgain.setSingleShot(true);
    m_acceptAgain.setInterval(acceptAgainAfter);
    m_idleCheck.setInterval(std::min<std::chrono::milliseconds>(idleCheckInterval, limits.idleTime));
    connect(this, &QTcpServer::newConnection, this, &HttpListener::takePendingConnections);
    connect(this, &QTcpServer::acceptError, &m_acceptAgain, qOverload<>(&QTimer::start));
    connect(&m_acceptAgain, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    connect(&m_idleCheck, &QTimer::timeout, this, &HttpListener::endIdleConnections);
}

HttpListener::~HttpListener()
{
    // Before what they refer to.
    qDeleteAll(m_connections);
}

void HttpListener::setService(std::unique_ptr<FlagService> service)
{
    m_service = std::move(service);
    m_schedule = [this](const HttpRequest &request) { return m_service->schedule(request); };
}

/// nextPendingConnection() makes Qt accept further ones if it stopped because too many were pending.
void HttpListener::takePendingConnections()
{
    while (m_connections.size() < m_limits.connections && hasPendingConnections()) {
        auto *connection = new HttpConnection(nextPendingConnection(), m_schedule, m_limits, this);
        m_connections.append(connection);
        connect(connection, &HttpConnection::closed, this, [this, connection] { onClosed(connection); });
        connection->start();
    }
    if (!m_connections.isEmpty() && !m_idleCheck.isActive())
        m_idleCheck.start();
}

void HttpListener::onClosed(HttpConnection *connection)
{
    m_connections.removeOne(connection);
    connection->deleteLater();
    if (m_connections.isEmpty())
        m_idleCheck.stop();
    if (hasPendingConnections())
        QMetaObject::invokeMethod(this, &HttpListener::takePendingConnections, Qt::QueuedConnection);
}

void HttpListener::endIdleConnections()
{
    const QList<HttpConnection *> connections = m_connections; // changes while they end
    for (HttpConnection *connection : connections)
        connection->endIfIdle();
}
