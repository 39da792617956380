#include "app/builtin/embeddedserver.h"

#include "app/builtin/flagservice.h"

#include <QTcpServer>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Of connections that wait to be accepted. A client that finds the queue full tries again only after a
// second.
constexpr int backlog = 1024;

} // namespace

EmbeddedServer::Started EmbeddedServer::start(
    ContentLookup content, const ServerManners &manners, quint16 port)
{
    auto listener = std::make_unique<QTcpServer>();
    listener->setListenBacklogSize(backlog);
    if (!listener->listen(QHostAddress::LocalHost, port))
        return Failure{FailureKind::Internal, 0, listener->errorString()};
    return std::unique_ptr<EmbeddedServer>(
        new EmbeddedServer(std::move(listener), std::move(content), manners));
}

EmbeddedServer::EmbeddedServer(
    std::unique_ptr<QTcpServer> listener, ContentLookup content, const ServerManners &manners)
    : m_port(listener->serverPort())
{
    auto *service = new FlagService(std::move(listener), std::move(content), manners);
    service->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, service, &QObject::deleteLater);
    m_thread.setObjectName(u"flag server"_s);
    m_thread.start();
}

EmbeddedServer::~EmbeddedServer()
{
    m_thread.quit();
    m_thread.wait();
}

QString EmbeddedServer::baseUrl() const
{
    return u"http://127.0.0.1:%1/flags"_s.arg(m_port);
}
