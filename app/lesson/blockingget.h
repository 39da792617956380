#pragma once

#include "app/drawing/canceltoken.h"
#include "app/failures/result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <functional>

/// Limits and observers of one blockingGet().
struct BlockingGetSettings
{
    std::chrono::milliseconds deadline{30'000}; ///< of the whole request
    qint64 maximalBytes = 16 << 20; ///< of the body
    CancelToken cancel = {}; ///< ends the wait within a second
    /// The header of the response has arrived, with this HTTP status. Called in the same thread.
    std::function<void(int status)> onHeader = {};
};

/// Requests a URL and blocks its thread until the body is complete. **For the lesson only**: it shows what it
/// costs to wait in a thread, and is the one place where the program waits for a socket. It speaks HTTP/1.1
/// with one connection for each request, without TLS, redirects, retries and proxies. That is enough for the
/// built-in server, and it refuses any other URL than http on a loopback address. Call it in a thread pool.
///
/// Fails with NotFound for 404, Redirect for 3xx, ServerError for any other status than 200, BadResponse for
/// what is not HTTP, and with ConnectionRefused, ConnectionLost, Truncated, Timeout, TooLarge and Cancelled.
[[nodiscard]] Result<QByteArray> blockingGet(const QUrl &url, const BlockingGetSettings &settings);
