#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>

#include <optional>

/// Made anew by the program `openssl`, and known to nobody.
struct TestCertificate
{
    QSslCertificate authority; ///< who signed it
    QSslConfiguration server; ///< what a server needs to show it
};

/// `address` as in a subjectAltName, "IP:127.0.0.1"; zero days are over already. Nothing if there is no
/// openssl. OpenSSL 3.5 refuses a negative number of days.
[[nodiscard]] std::optional<TestCertificate> makeCertificate(const QString &address, int days = 2);

/// Signed by nobody but its owner.
[[nodiscard]] std::optional<TestCertificate> makeSelfSignedCertificate(const QString &address);
