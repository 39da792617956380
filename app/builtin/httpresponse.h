#pragma once

#include "app/builtin/httprequestparser.h"

#include <chrono>
#include <functional>

/// A response of an embedded server.
struct HttpResponse
{
    int status = 200;
    QByteArray mimeType = {};
    QByteArray body = {};
};

/// A plain-text response; without `text` the body is the reason phrase of the status.
[[nodiscard]] HttpResponse textResponse(int status, const QByteArray &text);

/// When and how to answer a request. The function is called once, after the delay and after all earlier
/// responses of the connection.
struct ScheduledResponse
{
    std::chrono::milliseconds delay{0};
    std::function<HttpResponse()> respond;
};

/// The bytes of a response.
struct EncodedResponse
{
    QByteArray head;
    QByteArray body; ///< empty for HEAD, and if the client already has the content (304)
};

/// Encodes a response. With status 200 it has an ETag that depends only on the body, so it is the same in
/// every process and on every machine.
[[nodiscard]] EncodedResponse encoded(
    const HttpResponse &response, const HttpRequest &request, bool keepsAlive);
