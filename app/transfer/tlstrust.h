#pragma once

#include <QSet>
#include <QSslConfiguration>
#include <QString>

#include <optional>

class QNetworkRequest;
class QSslError;

/// The certificates that TLS servers are checked against: those of the system, and those that the user gave
/// in addition. Qt loads system certificates on demand only while no others are set, and loading all of them
/// takes a fifth of a second. So each host is first checked against the given certificates. If they do not
/// contain the issuer, the request is repeated with the system's certificates.
class TlsTrust final
{
public:
    TlsTrust() = default;
    explicit TlsTrust(const QList<QSslCertificate> &given);

    void applyTo(QNetworkRequest &request) const;

    /// Call after a failed handshake. Switches the request's host to the system's certificates and returns
    /// true if that may help, so that the request can be repeated.
    [[nodiscard]] bool fallBackToSystem(const QNetworkRequest &refused, const QList<QSslError> &errors);

private:
    std::optional<QSslConfiguration> m_given;
    QSet<QString> m_systemHosts; // checked against the system's certificates
};

/// Loads the TLS library, and the system's certificates if Qt loads them all, which takes a tenth of a
/// second. Otherwise Qt does so in the thread that sends the first encrypted request. Call it on the pool.
void loadTls();
