#pragma once

#include "app/transfer/retrypolicy.h"

#include <QNetworkProxy>
#include <QSslCertificate>

#include <chrono>

/// Which way requests leave this machine.
enum class ProxyChoice {
    System,
    None,
    Given,
};

struct TransferSettings
{
    int limit = 30; ///< requests in flight, at most; 1..maximalLimit
    std::chrono::milliseconds deadline{30'000}; ///< for one try of one request, from its start to its last byte
    RetryPolicy retry;
    ProxyChoice proxyChoice = ProxyChoice::System;
    QNetworkProxy proxy; ///< for ProxyChoice::Given
    QList<QSslCertificate> extraCertificates; ///< trusted besides those of the system

    static constexpr int maximalLimit = 1000;
};
