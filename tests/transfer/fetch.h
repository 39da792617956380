#pragma once

#include "app/transfer/httpget.h"
#include "tests/support/scriptedserver.h"

#include <QSignalSpy>

inline constexpr qint64 maximalBytes = 1000;
inline const QByteArray body = "the flag of Flagland";

/// Settings with a long deadline and short retry delays.
inline TransferSettings fastSettings()
{
    using namespace std::chrono_literals;
    TransferSettings settings;
    settings.limit = 4;
    settings.deadline = 5s;
    settings.retry = {.tries = 3, .firstDelay = 5ms, .longestDelay = 10ms};
    return settings;
}

/// Runs the request to its end. Returns a failure of kind Internal if it does not end.
inline HttpOutcome outcomeOf(HttpGet &get)
{
    constexpr int timeout = 20'000;
    QSignalSpy finished(&get, &HttpGet::finished);
    get.start();
    if (!finished.wait(timeout))
        return {.failure = Failure{FailureKind::Internal, 0, {}}, .body = {}, .timings = {}};
    return finished.first().first().value<HttpOutcome>();
}

/// Fetches the URL with a separate pool.
inline HttpOutcome fetch(const QUrl &url, const TransferSettings &settings = fastSettings())
{
    TransferPool pool;
    pool.setSettings(settings);
    HttpGet get(pool, url, maximalBytes);
    return outcomeOf(get);
}
