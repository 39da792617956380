#pragma once

#include "app/failures/failure.h"
#include "app/transfer/httpmessages.h"

#include <optional>

/// Checks that every response must pass. QNetworkReply::NoError does not mean that a response is complete.

/// Whether the status announces that the final response is still to come (RFC 9110, 15.2). Qt reports every
/// such response except 100 as if it were final.
[[nodiscard]] constexpr bool isInterim(int status)
{
    return status >= 100 && status < 200;
}

/// Checks the header before the body is read. Returns the failure if the body must not be read, else nothing.
///
/// Fails with TooLarge if Content-Length exceeds `maximalBytes`, with InterimAnswer for a 1xx status, and
/// with BadResponse for an unsupported content coding or an invalid length.
[[nodiscard]] std::optional<Failure> checkHeader(const ReceivedResponse &response, qint64 maximalBytes);

/// Whether Qt may wait for more although the body is complete: it cannot read a Content-Length that has its
/// value twice in one line (RFC 9110, 8.6), and then waits until the connection closes.
[[nodiscard]] bool isEndOverlooked(const ReceivedResponse &response);

/// Returns the failure of a response that is not complete at the deadline. Over HTTP/1.1 and without a valid
/// Content-Length it may be complete, because only the end of the connection would show that. Qt 6.4 takes an
/// empty one for none.
[[nodiscard]] Failure failureAtDeadline(const ReceivedResponse &response, bool isHttp2);

/// Checks the finished response. Returns nothing if it has status 200 or 203 and a complete body. A 304 fails
/// like any other status, because this function does not know whether the request was conditional.
[[nodiscard]] std::optional<Failure> checkResponse(const ReceivedResponse &response);
