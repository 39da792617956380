#include "app/transfer/connectiongroup.h"

#include "app/transfer/acceptance.h"

#include <QNetworkReply>

namespace {

/// Whether Qt ends the reply at its header although the response has more bytes. In a 304, Content-Length is
/// only information (RFC 9110, 15.4.5). If a body follows nevertheless, it does not begin with "HTTP/", and
/// Qt repeats the next request of that connection on a new one.
bool leavesUnreadBytes(const QNetworkReply &reply)
{
    constexpr int noContent = 204;
    constexpr int notModified = 304;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isInterim(status))
        return true;
    if (status != noContent && status != notModified)
        return false;
    return reply.hasRawHeader("Transfer-Encoding")
        || (status == noContent && reply.rawHeader("Content-Length").trimmed().toLongLong() != 0);
}

} // namespace

QNetworkReply *ConnectionGroup::createRequest(
    Operation operation, const QNetworkRequest &request, QIODevice *data)
{
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, data);
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] { onHeader(reply); });
    return reply;
}

void ConnectionGroup::onHeader(const QNetworkReply *reply)
{
    if (!m_firstDesynchronized && leavesUnreadBytes(*reply))
        m_firstDesynchronized = reply;
}
