#include "app/builtin/httpresponse.h"

#include <QCryptographicHash>
#include <QList>

#include <algorithm>

namespace {

constexpr int notModifiedStatus = 304;
constexpr int methodNotAllowed = 405;

// Reason phrases of RFC 9110, section 15, and RFC 2324 for 418.
QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case notModifiedStatus:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case methodNotAllowed:
        return "Method Not Allowed";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 417:
        return "Expectation Failed";
    case 418:
        return "I'm a teapot";
    case 421:
        return "Misdirected Request";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Error";
    }
}

QByteArray etagOf(const QByteArray &bytes)
{
    return '"' + QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex() + '"';
}

/// Whether the value of If-None-Match contains this ETag. Weak comparison; RFC 9110, section 13.1.2.
bool containsEtag(const QByteArray &list, const QByteArray &etag)
{
    const QList<QByteArray> entries = list.split(',');
    return std::ranges::any_of(entries, [&etag](const QByteArray &entry) {
        const QByteArray name = entry.trimmed();
        return name == etag || name == "W/" + etag || name == "*";
    });
}

} // namespace

HttpResponse textResponse(int status, const QByteArray &text)
{
    return {status, "text/plain; charset=utf-8", (text.isEmpty() ? reasonOf(status) : text) + '\n'};
}

EncodedResponse encoded(const HttpResponse &response, const HttpRequest &request, bool keepsAlive)
{
    const QByteArray etag = response.status == 200 ? etagOf(response.body) : QByteArray();
    const bool isKnown
        = !etag.isEmpty() && !request.ifNoneMatch.isEmpty() && containsEtag(request.ifNoneMatch, etag);
    const int status = isKnown ? notModifiedStatus : response.status;

    EncodedResponse result;
    result.head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status)
        + "\r\nContent-Type: " + response.mimeType + "\r\n";
    if (!etag.isEmpty())
        result.head += "ETag: " + etag + "\r\n";
    if (!isKnown)
        result.head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    if (status == methodNotAllowed)
        result.head += "Allow: GET, HEAD\r\n";
    if (!keepsAlive)
        result.head += "Connection: close\r\n";
    else if (request.isHttp10)
        result.head += "Connection: keep-alive\r\n";
    result.head += "\r\n";
    if (!isKnown && request.method != HttpRequest::Method::Head)
        result.body = response.body;
    return result;
}
