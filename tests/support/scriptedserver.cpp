#include "tests/support/scriptedserver.h"

#include "tests/support/scriptedconnection.h"

#include <QSslServer>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

QTcpServer *listenerFor(const std::optional<QSslConfiguration> &tls)
{
    if (!tls)
        return new QTcpServer;
    auto *listener = new QSslServer;
    listener->setSslConfiguration(*tls);
    return listener;
}

} // namespace

ScriptedServer::ScriptedServer(Options options)
    : m_options(std::move(options))
    , m_listener(listenerFor(m_options.tls))
{
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener, [this] { listen(); }, Qt::BlockingQueuedConnection);
}

ScriptedServer::~ScriptedServer()
{
    m_thread.quit();
    m_thread.wait();
}

QString ScriptedServer::address(const QString &path) const
{
    const QString scheme = m_options.tls ? u"https"_s : u"http"_s;
    return u"%1://%2:%3"_s.arg(scheme, m_options.host.toString(), QString::number(m_port)) + path;
}

void ScriptedServer::listen()
{
    QObject::connect(m_listener, &QTcpServer::pendingConnectionAvailable, m_listener, [this] {
        while (auto *socket = m_listener->nextPendingConnection())
            new ScriptedConnection(socket, *this, m_listener);
    });
    m_listener->setListenBacklogSize(1000);
    if (!m_listener->listen(m_options.host))
        qFatal("The scripted server cannot listen: %s", qPrintable(m_listener->errorString()));
    m_port = m_listener->serverPort();
}

ServerCounts ScriptedServer::counts() const
{
    const QMutexLocker lock(&m_mutex);
    return m_counts;
}

void ScriptedServer::count(const std::function<void(ServerCounts &)> &change)
{
    const QMutexLocker lock(&m_mutex);
    change(m_counts);
}
