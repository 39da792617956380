#include "app/transfer/httpmessages.h"

#include "app/transfer/retrypolicy.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Lets the operators of a server see which program sends the requests and, if the project has an address,
/// where to complain.
QByteArray userAgentOf(QByteArrayView homepage)
{
    QByteArray userAgent = "Flagfetch/" + QCoreApplication::applicationVersion().toLatin1();
    if (!homepage.isEmpty())
        userAgent += " (+" + homepage.toByteArray() + ')';
    return userAgent;
}

} // namespace

QUrl withoutUserInfo(QUrl url)
{
    url.setUserInfo({});
    return url;
}

QByteArray basicAuthorization(const QUrl &url)
{
    if (url.userInfo().isEmpty())
        return {};
    const QString pair = url.userName(QUrl::FullyDecoded) + u':' + url.password(QUrl::FullyDecoded);
    return "Basic " + pair.toUtf8().toBase64();
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

QNetworkRequest buildRequest(
    const QUrl &url, const QByteArray &authorization, const QByteArray &cookies, const Validators &known)
{
    static const QByteArray userAgent = userAgentOf(FLAGFETCH_HOMEPAGE);

    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", userAgent);
    // Web application firewalls refuse requests without this header.
    request.setRawHeader("Accept", "image/*,*/*;q=0.8");
    request.setRawHeader("Accept-Encoding", "identity");
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    if (!cookies.isEmpty())
        request.setRawHeader("Cookie", cookies);
    if (!known.etag.isEmpty())
        request.setRawHeader("If-None-Match", known.etag);
    if (!known.lastModified.isEmpty())
        request.setRawHeader("If-Modified-Since", known.lastModified);
    return request;
}

ReceivedResponse readResponse(const QNetworkReply &reply)
{
    ReceivedResponse response;
    response.error = reply.error();
    response.errorText = reply.error() == QNetworkReply::NoError ? QString() : reply.errorString();
    response.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.reason = reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    response.contentEncoding = reply.rawHeader("Content-Encoding");
    response.transferEncoding = reply.rawHeader("Transfer-Encoding");
    if (reply.hasRawHeader("Content-Length"))
        response.contentLength = reply.rawHeader("Content-Length");
    response.bodySize = reply.bytesAvailable();
    return response;
}

Validators readValidators(const QNetworkReply &reply)
{
    constexpr qsizetype longest = 256;
    const auto header = [&reply](const char *name) {
        const QByteArray value = reply.rawHeader(name).trimmed();
        const bool isPlain = std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~'; });
        return isPlain && value.size() <= longest ? value : QByteArray();
    };
    return {.etag = header("ETag"), .lastModified = header("Last-Modified")};
}

std::optional<std::chrono::milliseconds> requestedDelay(const QNetworkReply &reply)
{
    return retryAfter(
        reply.rawHeader("Retry-After"), reply.rawHeader("Date"), QDateTime::currentDateTimeUtc());
}

bool isWithoutHeader(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()
        && reply.rawHeaderPairs().isEmpty();
}
