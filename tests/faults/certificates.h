#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>

#include <optional>

/// A certificate that `openssl` has just generated. No client trusts it by default.
struct TestCertificate
{
    QSslCertificate authority; ///< certificate of the issuer
    QSslConfiguration server; ///< certificate and private key, for a server
};

/// A certificate signed by a new authority. `address` is the subjectAltName, such as "IP:127.0.0.1". With
/// zero days the certificate has already expired (OpenSSL 3.5 refuses a negative number). Returns nothing if
/// openssl is missing.
[[nodiscard]] std::optional<TestCertificate> makeCertificate(const QString &address, int days = 2);

/// A self-signed certificate; otherwise as above.
[[nodiscard]] std::optional<TestCertificate> makeSelfSignedCertificate(const QString &address);
