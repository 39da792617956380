#include "app/builtin/exchange.h"

#include <QCryptographicHash>
#include <QList>

#include <algorithm>
#include <utility>

namespace {

/// The same bytes have the same one in every process and on every machine.
QByteArray etagOf(const QByteArray &bytes)
{
    return '"' + QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex() + '"';
}

/// Whether a list as in If-None-Match names this ETag.
bool names(const QByteArray &list, const QByteArray &etag)
{
    const QList<QByteArray> entries = list.split(',');
    return std::ranges::any_of(entries, [&etag](const QByteArray &entry) {
        const QByteArray name = entry.trimmed();
        return name == etag || name == "W/" + etag || name == "*";
    });
}

} // namespace

Exchange::Exchange(const QHttpServerRequest &request, QHttpServerResponder &&responder)
    : m_responder(std::move(responder))
    , m_socket(m_responder.socket())
    , m_ifNoneMatch(request.value("If-None-Match"))
    , m_withoutBody(request.method() == QHttpServerRequest::Method::Head)
    , m_closeAfterwards(request.value("Connection").compare("close", Qt::CaseInsensitive) == 0)
{
}

void Exchange::answer(const ServedContent &content, QHttpServerResponder::StatusCode status)
{
    if (m_socket.isNull())
        return;
    const bool isContent = status == QHttpServerResponder::StatusCode::Ok;
    const QByteArray etag = isContent ? etagOf(content.bytes) : QByteArray();
    const bool isKnown = isContent && names(m_ifNoneMatch, etag);
    m_responder.writeStatusLine(isKnown ? QHttpServerResponder::StatusCode::NotModified : status);
    m_responder.writeHeader("Content-Type", content.mimeType);
    if (isContent)
        m_responder.writeHeader("ETag", etag);
    if (!isKnown)
        m_responder.writeHeader("Content-Length", QByteArray::number(content.bytes.size()));
    if (m_closeAfterwards)
        m_responder.writeHeader("Connection", "close");
    m_responder.writeBody(m_withoutBody || isKnown ? QByteArray() : content.bytes);
    if (m_closeAfterwards)
        m_socket->disconnectFromHost();
}
