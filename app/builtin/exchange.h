#pragma once

#include "app/builtin/servedcontent.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QPointer>
#include <QTcpSocket>

/// One request to an embedded server and its answer, which may be sent much later: a client that has gone by
/// then is no harm.
class Exchange final
{
public:
    Exchange(const QHttpServerRequest &request, QHttpServerResponder &&responder);

    /// To be called once. Content that is Ok goes out with an ETag, and not at all where the client has it.
    void answer(const ServedContent &content, QHttpServerResponder::StatusCode status);

private:
    QHttpServerResponder m_responder;
    // Qt 6.4's responder does not notice when its socket is deleted.
    QPointer<QTcpSocket> m_socket;
    QByteArray m_ifNoneMatch;
    bool m_withoutBody = false;
    bool m_closeAfterwards = false;
};
