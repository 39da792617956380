#pragma once

#include "app/transfer/retrypolicy.h"

#include <QNetworkProxy>
#include <QSslCertificate>

#include <chrono>
#include <limits>

/// Which proxy requests use.
enum class ProxyChoice {
    System, ///< that of the environment or the desktop
    None,
    Given, ///< TransferSettings::proxy
};

/// How a TransferPool sends requests.
struct TransferSettings
{
    int limit = 30; ///< maximum of requests in flight, 1..maximalLimit; less if there are few descriptors
    std::chrono::milliseconds deadline{30'000}; ///< of one try, from its start to the last byte
    std::chrono::milliseconds spacing{0}; ///< minimum between the starts of two requests
    RetryPolicy retry;
    /// Retries of all requests together. The retry after a lost connection does not count.
    int retryBudget = std::numeric_limits<int>::max();
    ProxyChoice proxyChoice = ProxyChoice::System;
    QNetworkProxy proxy; ///< for ProxyChoice::Given
    QList<QSslCertificate> extraCertificates; ///< trusted in addition to the system's

    static constexpr int maximalLimit = 1000;
};
