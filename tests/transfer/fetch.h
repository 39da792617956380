#pragma once

#include "app/transfer/httpget.h"
#include "tests/support/scriptedserver.h"

#include <QSignalSpy>
#include <QTcpServer>

inline constexpr qint64 maximalBytes = 1000;
inline const QByteArray body = "the flag of Flagland";

/// Settings that are generous in time and quick to try again.
inline TransferSettings fastSettings()
{
    using namespace std::chrono_literals;
    TransferSettings settings;
    settings.limit = 4;
    settings.deadline = 5s;
    settings.retry = {.tries = 3, .firstDelay = 5ms, .longestDelay = 10ms};
    return settings;
}

/// Runs a get to its end; a failure of kind Internal if it does not end.
inline HttpOutcome outcomeOf(HttpGet &get)
{
    constexpr int patience = 20'000;
    QSignalSpy finished(&get, &HttpGet::finished);
    get.start();
    if (!finished.wait(patience))
        return {.failure = Failure{FailureKind::Internal, 0, {}}, .body = {}, .timings = {}};
    return finished.first().first().value<HttpOutcome>();
}

/// Fetches with a pool of its own.
inline HttpOutcome fetch(const QUrl &url, const TransferSettings &settings = fastSettings())
{
    TransferPool pool;
    pool.setSettings(settings);
    HttpGet get(pool, url, maximalBytes);
    return outcomeOf(get);
}

/// A port of this machine where nothing listens.
inline quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}
