#pragma once

#include "app/builtin/embeddedserver.h"

#include <QTcpSocket>

#include <memory>
#include <utility>

inline constexpr int patience = 10'000; // ms; only a failing test waits so long

struct Reply
{
    int status = 0;
    QByteArray head;
    QByteArray body;
};

inline std::optional<ServedContent> echo(const QString &cc, const QString &file)
{
    if (cc == QLatin1StringView("xx"))
        return std::nullopt;
    return ServedContent{QString(cc + u'|' + file).toUtf8(), "text/x-echo"};
}

inline std::unique_ptr<EmbeddedServer> started(
    ContentLookup content, const FaultSettings &faults = {}, const ServerLimits &limits = {})
{
    return EmbeddedServer::start(std::move(content), faults, 0, limits).value();
}

inline QByteArray closingRequest(const QByteArray &method, const QByteArray &target)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
}

/// All bytes until the server closes the connection.
inline QByteArray rawAnswer(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(request);
    QByteArray answer;
    while (socket.waitForReadyRead(patience))
        answer += socket.readAll();
    return answer + socket.readAll();
}

inline QByteArray rawAnswer(const EmbeddedServer &server, const QByteArray &request)
{
    return rawAnswer(server.port(), request);
}

inline Reply ask(const EmbeddedServer &server, const QByteArray &target, const QByteArray &method = "GET")
{
    const QByteArray answer = rawAnswer(server, closingRequest(method, target));
    const qsizetype end = answer.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    return {answer.mid(9, 3).toInt(), answer.first(end + 2), answer.sliced(end + 4)};
}
