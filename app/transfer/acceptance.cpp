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

Failure failureOfStatus(const ReceivedAnswer &answer)
{
    const auto failure = [&answer](FailureKind kind) { return Failure{kind, answer.status, answer.reason}; };
    switch (answer.status) {
    case 301: // those that name a place to go have been followed
    case 302:
    case 303:
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
        return failure(isInterim(answer.status) ? FailureKind::InterimAnswer : FailureKind::ServerError);
    }
}

/// QNetworkReply has one error for this and for a missing network, and tells them apart in words alone.
bool isOutOfDescriptors(const ReceivedAnswer &answer)
{
    return answer.error == QNetworkReply::UnknownNetworkError
        && answer.errorText == QCoreApplication::translate("QNativeSocketEngine", "Out of resources");
}

Failure failureWithoutStatus(const ReceivedAnswer &answer)
{
    if (isOutOfDescriptors(answer))
        return {FailureKind::TooManyOpen, 0, answer.errorText};
    const auto failure = [&answer](FailureKind kind) { return Failure{kind, 0, answer.errorText}; };
    switch (answer.error) {
    case QNetworkReply::ConnectionRefusedError:
        return failure(FailureKind::ConnectionRefused);
    case QNetworkReply::HostNotFoundError:
        return failure(FailureKind::HostNotFound);
    case QNetworkReply::RemoteHostClosedError:
        return failure(FailureKind::ConnectionLost);
    case QNetworkReply::TimeoutError:
        return failure(FailureKind::Timeout);
    case QNetworkReply::SslHandshakeFailedError:
        return failure(FailureKind::Tls);
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return failure(FailureKind::NoNetwork);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return failure(FailureKind::Proxy);
    default:
        return failure(FailureKind::BadResponse);
    }
}

/// 203: a proxy has changed something on the way; the picture's own structure says whether it is whole.
bool hasBody(int status)
{
    return status == 200 || status == 203;
}

/// The announced length; nothing where none was announced, a negative one where it makes no sense.
std::optional<qint64> announcedLength(const ReceivedAnswer &answer)
{
    if (!answer.contentLength)
        return std::nullopt;
    // The same length more than once is allowed (RFC 9110, 8.6); Qt joins the lines with commas.
    const QList<QByteArray> lengths = answer.contentLength->split(',');
    const QByteArray first = lengths.first().trimmed();
    const bool areEqual = std::ranges::all_of(
        lengths, [&first](const QByteArray &length) { return length.trimmed() == first; });
    bool isNumber = false;
    const qint64 length = first.toLongLong(&isNumber);
    return isNumber && areEqual ? length : -1;
}

} // namespace

std::optional<Failure> refusalOfHeader(const ReceivedAnswer &answer, qint64 maximalBytes)
{
    if (isInterim(answer.status))
        return Failure{FailureKind::InterimAnswer, answer.status, {}};
    // Bodies of other statuses are small and never used: reading them keeps the connection.
    if (!hasBody(answer.status))
        return std::nullopt;
    if (hasUnreadableCoding(answer.contentEncoding))
        return Failure{FailureKind::BadResponse, 200,
            u"Content-Encoding: "_s + QString::fromLatin1(answer.contentEncoding)};
    const auto length = announcedLength(answer);
    if (length && !answer.transferEncoding.isEmpty())
        return Failure{FailureKind::BadResponse, 200, u"Content-Length and Transfer-Encoding"_s};
    if (length && *length < 0)
        return Failure{FailureKind::BadResponse, 200,
            u"Content-Length: "_s + QString::fromLatin1(*answer.contentLength)};
    if (length && *length > maximalBytes)
        return Failure{FailureKind::TooLarge, 200, {}};
    return std::nullopt;
}

std::optional<Failure> refusalOfAnswer(const ReceivedAnswer &answer)
{
    if (answer.status == 0)
        return answer.error == QNetworkReply::NoError
            ? Failure{FailureKind::BadResponse, 0, AcceptanceText::tr("it has no status")}
            : failureWithoutStatus(answer);
    if (!hasBody(answer.status))
        return failureOfStatus(answer);
    const auto length = announcedLength(answer);
    if (answer.error == QNetworkReply::RemoteHostClosedError || (length && answer.bodySize < *length))
        return Failure{FailureKind::Truncated, 200, answer.errorText};
    if (answer.error != QNetworkReply::NoError)
        return failureWithoutStatus(answer);
    if (length && answer.bodySize != *length)
        return Failure{FailureKind::BadResponse, 200, AcceptanceText::tr("it has more bytes than announced")};
    if (answer.bodySize == 0)
        return Failure{FailureKind::BadResponse, 200, AcceptanceText::tr("it is empty")};
    return std::nullopt;
}
