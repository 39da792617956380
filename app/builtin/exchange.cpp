#include "app/builtin/exchange.h"

#include <utility>

Exchange::Exchange(const QHttpServerRequest &request, QHttpServerResponder &&responder)
    : m_responder(std::move(responder))
    , m_socket(m_responder.socket())
    , m_withoutBody(request.method() == QHttpServerRequest::Method::Head)
    , m_closeAfterwards(request.value("Connection").compare("close", Qt::CaseInsensitive) == 0)
{
}

void Exchange::answer(const ServedContent &content, QHttpServerResponder::StatusCode status)
{
    if (m_socket.isNull())
        return;
    m_responder.writeStatusLine(status);
    m_responder.writeHeader("Content-Type", content.mimeType);
    m_responder.writeHeader("Content-Length", QByteArray::number(content.bytes.size()));
    if (m_closeAfterwards)
        m_responder.writeHeader("Connection", "close");
    m_responder.writeBody(m_withoutBody ? QByteArray() : content.bytes);
    if (m_closeAfterwards)
        m_socket->disconnectFromHost();
}
