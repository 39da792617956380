#include "app/builtin/embeddedserver.h"

#include "app/builtin/httplistener.h"

#include <utility>

using namespace Qt::StringLiterals;

Result<std::unique_ptr<EmbeddedServer>> EmbeddedServer::start(
    ContentLookup content, const FaultSettings &faults, quint16 port, const ServerLimits &limits)
{
    auto listener = std::make_unique<HttpListener>(limits);
    if (!listener->listen(QHostAddress::LocalHost, port))
        return unexpected(Failure{FailureKind::Internal, 0, listener->errorString()});
    listener->setService(std::make_unique<FlagService>(std::move(content), faults, listener->serverPort()));
    return std::unique_ptr<EmbeddedServer>(new EmbeddedServer(std::move(listener)));
}

EmbeddedServer::EmbeddedServer(std::unique_ptr<HttpListener> listener)
    : m_port(listener->serverPort())
{
    HttpListener *const moved = listener.release();
    moved->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, moved, &QObject::deleteLater);
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
