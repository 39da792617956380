#pragma once

#include <QSet>
#include <QSslConfiguration>
#include <QString>

#include <optional>

class QNetworkRequest;
class QSslError;

/// Whom TLS servers are checked against: the system's certificates, and those that a person gave besides. Qt
/// looks the system's up one by one as long as no others are set; to read them all takes a fifth of a second.
/// So a host is asked with the given ones first, and where those do not know who vouches for it, once more
/// with the system's.
class TlsTrust final
{
public:
    TlsTrust() = default;
    explicit TlsTrust(const QList<QSslCertificate> &given);

    void applyTo(QNetworkRequest &request) const;

    /// After a refusal: whether the same address is worth asking once more, with another choice.
    [[nodiscard]] bool hasOtherChoice(const QNetworkRequest &refused, const QList<QSslError> &errors);

private:
    std::optional<QSslConfiguration> m_given;
    QSet<QString> m_hostsOfTheSystem;
};
