#pragma once

#include "app/transfer/retrypolicy.h"

#include <QNetworkProxy>
#include <QSslCertificate>

#include <chrono>
#include <limits>

/// Which way requests leave this machine.
enum class ProxyChoice {
    System,
    None,
    Given,
};

struct TransferSettings
{
    int limit = 30; ///< requests in flight, at most; 1..maximalLimit; less where descriptors are few
    std::chrono::milliseconds deadline{
        30'000}; ///< for one try of one request, from its start to its last byte
    std::chrono::milliseconds spacing{0}; ///< between the starts of two requests, at least
    RetryPolicy retry;
    int retryBudget
        = std::numeric_limits<int>::max(); ///< tries beyond the first ones, of all requests
                                           ///< together; one after a lost connection does not count
    ProxyChoice proxyChoice = ProxyChoice::System;
    QNetworkProxy proxy; ///< for ProxyChoice::Given
    QList<QSslCertificate> extraCertificates; ///< trusted besides those of the system

    static constexpr int maximalLimit = 1000;
};
