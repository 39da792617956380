#include "app/builtin/httplistener.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

// Connections in the kernel's queue. A client that finds it full retries only after one second.
constexpr int backlog = 1024;

// Connections in Qt's queue. Few, because each takes a descriptor.
constexpr int maximalPendingConnections = 16;

// Pause after a failure to accept, such as a lack of descriptors. Qt stops accepting until resumeAccepting().
constexpr auto acceptAgainAfter = 100ms;

constexpr auto idleCheckInterval = 1s;

} // namespace

HttpListener::HttpListener(const ServerLimits &limits)
    : m_limits(limits)
{
    setListenBacklogSize(backlog);
    setMaxPendingConnections(maximalPendingConnections);
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
    // Delete the connections before the objects that they refer to.
    qDeleteAll(m_connections);
}

void HttpListener::setService(std::unique_ptr<FlagService> service)
{
    m_service = std::move(service);
    m_schedule = [this](const HttpRequest &request) { return m_service->schedule(request); };
}

/// nextPendingConnection() resumes accepting if Qt paused because of too many pending connections.
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
    const QList<HttpConnection *> connections = m_connections; // a copy, because onClosed() changes the list
    for (HttpConnection *connection : connections)
        connection->endIfIdle();
}
