#pragma once

#include "app/failures/failure.h"

#include <QByteArray>
#include <QNetworkReply>

#include <optional>

/// What QNetworkReply says of an answer, as plain values.
struct ReceivedAnswer
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText;
    int status = 0; ///< 0: the answer had no valid status line
    QString reason; ///< the words behind the status
    QByteArray contentEncoding;
    std::optional<QByteArray> contentLength; ///< raw, as it came
    QByteArray transferEncoding;
    qint64 bodySize = 0;
};

/// The gate that every answer must pass, since QNetworkReply::NoError does not mean that the answer is whole.

/// Whether the status announces that the final answer is still to come (RFC 9110, 15.2). Qt hands over every
/// such answer but 100 as if it were final.
[[nodiscard]] constexpr bool isInterim(int status)
{
    return status >= 100 && status < 200;
}

/// Judges the header alone, before the body is read: the failure that lets nothing of the body in; nothing to
/// go on.
[[nodiscard]] std::optional<Failure> refusalOfHeader(const ReceivedAnswer &answer, qint64 maximalBytes);

/// Judges the answer at its end: nothing if it is exactly what was asked for, a whole body with status 200 or
/// 203. A 304 is refused like any other status: whether it was asked for is not known here.
[[nodiscard]] std::optional<Failure> refusalOfAnswer(const ReceivedAnswer &answer);
