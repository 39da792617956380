#include "tests/support/scriptedserver.h"

#include "tests/support/scriptedconnection.h"

#include <QTcpServer>

#include <utility>

using namespace Qt::StringLiterals;

ScriptedServer::ScriptedServer(Manners manners)
    : m_manners(std::move(manners))
    , m_listener(new QTcpServer)
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
    return u"http://127.0.0.1:%1"_s.arg(m_port) + path;
}

void ScriptedServer::listen()
{
    QObject::connect(m_listener, &QTcpServer::newConnection, m_listener, [this] {
        while (auto *socket = m_listener->nextPendingConnection())
            new ScriptedConnection(socket, *this, m_listener);
    });
    m_listener->setListenBacklogSize(1000);
    if (!m_listener->listen(QHostAddress::LocalHost))
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
