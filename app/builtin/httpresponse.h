#pragma once

#include "app/builtin/httprequestparser.h"

#include <chrono>
#include <functional>

/// An answer of an embedded server.
struct HttpResponse
{
    int status = 200;
    QByteArray mimeType = {};
    QByteArray body = {};
};

/// A short text for people, whose first line names the status.
[[nodiscard]] HttpResponse textResponse(int status, const QByteArray &text);

/// When a request is answered, and how. The function is called once, when the time has come and all answers
/// before it are sent.
struct ScheduledResponse
{
    std::chrono::milliseconds delay{0};
    std::function<HttpResponse()> respond;
};

/// The bytes to send.
struct EncodedResponse
{
    QByteArray head;
    QByteArray body; ///< empty for HEAD, and where the client has the same content already (304)
};

/// Content with status 200 has an ETag, made of its bytes alone: the same in every process and on every
/// machine.
[[nodiscard]] EncodedResponse encoded(
    const HttpResponse &response, const HttpRequest &request, bool keepsAlive);
