#include "app/transfer/acceptance.h"

#include "app/transfer/contentcoding.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct AcceptanceText
{
    Q_DECLARE_TR_FUNCTIONS(AcceptanceText)
};

Failure failureForStatus(const ReceivedResponse &response)
{
    const auto failure = [&response](FailureKind kind) {
        return Failure{kind, response.status, response.reason};
    };
    switch (response.status) {
    case 301: // redirects with a Location header have been followed already
    case 302:
    case 303:
    case 305: // RFC 9110, 15.4.6: deprecated, because it makes every server a way to take over requests
    case 306:
    case 307:
    case 308:
        return failure(FailureKind::Redirect);
    case 404:
    case 410:
        return failure(FailureKind::NotFound);
    case 401:
    case 403:
        return failure(FailureKind::AccessDenied);
    case 407:
        return failure(FailureKind::Proxy);
    default:
        return failure(isInterim(response.status) ? FailureKind::InterimAnswer : FailureKind::ServerError);
    }
}

/// QNetworkReply uses one error code for this and for a missing network. Only the text differs.
bool isDescriptorLimitReached(const ReceivedResponse &response)
{
    return response.error == QNetworkReply::UnknownNetworkError
        && response.errorText == QCoreApplication::translate("QNativeSocketEngine", "Out of resources");
}

Failure failureWithoutStatus(const ReceivedResponse &response)
{
    if (isDescriptorLimitReached(response))
        return {FailureKind::TooManyOpen, 0, response.errorText};
    const auto failure = [&response](FailureKind kind) { return Failure{kind, 0, response.errorText}; };
    switch (response.error) {
    case QNetworkReply::ConnectionRefusedError:
        return failure(FailureKind::ConnectionRefused);
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError: // Qt 6.4 reports the other one; withProxyName() names the proxy
        return failure(FailureKind::HostNotFound);
    case QNetworkReply::RemoteHostClosedError:
        return failure(FailureKind::ConnectionLost);
    case QNetworkReply::TimeoutError:
        return {FailureKind::Timeout, 0, {}}; // the text of the kind says all that Qt's does
    case QNetworkReply::SslHandshakeFailedError:
        return failure(FailureKind::Tls);
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return failure(FailureKind::NoNetwork);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return failure(FailureKind::Proxy);
    default:
        return failure(FailureKind::BadResponse);
    }
}

/// 203 means that a proxy changed the response. The picture's structure shows later whether it is complete.
bool hasBody(int status)
{
    return status == 200 || status == 203;
}

/// Returns nothing if the response has no Content-Length, and a negative number if the header is invalid.
std::optional<qint64> announcedLength(const ReceivedResponse &response)
{
    if (!response.contentLength)
        return std::nullopt;
    // A repeated identical length is allowed (RFC 9110, 8.6). Qt joins the header lines with commas.
    const QList<QByteArray> lengths = response.contentLength->split(',');
    const QByteArray first = lengths.first().trimmed();
    const bool areEqual = std::ranges::all_of(
        lengths, [&first](const QByteArray &length) { return length.trimmed() == first; });
    bool isNumber = false;
    const qint64 length = first.toLongLong(&isNumber);
    return isNumber && areEqual ? length : -1;
}

} // namespace

std::optional<Failure> checkHeader(const ReceivedResponse &response, qint64 maximalBytes)
{
    if (isInterim(response.status))
        return Failure{FailureKind::InterimAnswer, response.status, {}};
    // Bodies of other statuses are small and never used. Reading them keeps the connection usable.
    if (!hasBody(response.status))
        return std::nullopt;
    if (hasUnsupportedCoding(response.contentEncoding))
        return Failure{FailureKind::BadResponse, 200,
            u"Content-Encoding: "_s + QString::fromLatin1(response.contentEncoding)};
    const auto length = announcedLength(response);
    if (length && !response.transferEncoding.isEmpty())
        return Failure{FailureKind::BadResponse, 200, u"Content-Length and Transfer-Encoding"_s};
    if (length && *length < 0)
        return Failure{FailureKind::BadResponse, 200,
            u"Content-Length: "_s + QString::fromLatin1(*response.contentLength)};
    if (length && *length > maximalBytes)
        return Failure{FailureKind::TooLarge, 200, {}};
    return std::nullopt;
}

bool isEndOverlooked(const ReceivedResponse &response)
{
    const auto length = announcedLength(response);
    return length && *length >= 0 && response.contentLength->contains(',') && response.bodySize >= *length;
}

Failure failureAtDeadline(const ReceivedResponse &response, bool isHttp2)
{
    const bool isUntilClose
        = !isHttp2 && response.status != 0 && !response.contentLength && response.transferEncoding.isEmpty();
    return {FailureKind::Timeout, 0,
        isUntilClose ? AcceptanceText::tr("it announced no length, and did not close the connection")
                     : QString()};
}

std::optional<Failure> checkResponse(const ReceivedResponse &response)
{
    if (response.status == 0)
        return response.error == QNetworkReply::NoError
            ? Failure{FailureKind::BadResponse, 0, AcceptanceText::tr("it has no status")}
            : failureWithoutStatus(response);
    if (!hasBody(response.status))
        return failureForStatus(response);
    const auto length = announcedLength(response);
    if (response.error == QNetworkReply::RemoteHostClosedError || (length && response.bodySize < *length))
        return Failure{FailureKind::Truncated, 200, response.errorText};
    if (response.error != QNetworkReply::NoError)
        return failureWithoutStatus(response);
    if (length && response.bodySize != *length)
        return Failure{FailureKind::BadResponse, 200, AcceptanceText::tr("it has more bytes than announced")};
    if (response.bodySize == 0)
        return Failure{FailureKind::BadResponse, 200, AcceptanceText::tr("it is empty")};
    return std::nullopt;
}
