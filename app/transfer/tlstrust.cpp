#include "app/transfer/tlstrust.h"

#include <QNetworkRequest>
#include <QSslError>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

bool isUnknownIssuer(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return true;
    default:
        return false;
    }
}

} // namespace

TlsTrust::TlsTrust(const QList<QSslCertificate> &given)
{
    if (given.isEmpty())
        return;
    m_given = QSslConfiguration::defaultConfiguration();
    m_given->setCaCertificates(given);
}

void TlsTrust::applyTo(QNetworkRequest &request) const
{
    const QString host = request.url().host();
    if (!m_given || request.url().scheme() != "https"_L1 || m_systemHosts.contains(host))
        return;
    request.setSslConfiguration(*m_given);
    // Qt would use this name anyway. Setting it makes the manager keep these connections separate from those
    // that were checked against the system's certificates.
    request.setPeerVerifyName(host);
}

bool TlsTrust::fallBackToSystem(const QNetworkRequest &refused, const QList<QSslError> &errors)
{
    if (refused.peerVerifyName().isEmpty() || !std::ranges::any_of(errors, isUnknownIssuer))
        return false;
    m_systemHosts.insert(refused.url().host());
    return true;
}

void loadTls()
{
    std::ignore = QSslConfiguration::defaultConfiguration();
}
