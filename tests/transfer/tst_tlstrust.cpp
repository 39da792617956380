#include "app/transfer/tlstrust.h"
#include "tests/faults/certificates.h"
#include "tests/support/testprogram.h"

#include <QNetworkRequest>
#include <QSslError>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_TlsTrust final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void systemCertificatesAreUsedIfNoneAreGiven();
    void givenCertificatesAreUsedFirst();
    void unknownIssuerFallsBackToTheSystem();
    void otherErrorsDoNotFallBack_data();
    void otherErrorsDoNotFallBack();
    void plainHttpIsNotConfigured();

private:
    [[nodiscard]] QNetworkRequest requestTo(const QString &address, const TlsTrust &trust) const
    {
        QNetworkRequest request{QUrl(address)};
        trust.applyTo(request);
        return request;
    }
    /// Whether the request uses the system's certificates. Qt 6.4's default configuration has no list: it
    /// loads certificates on demand.
    [[nodiscard]] static bool isOfTheSystem(const QNetworkRequest &request)
    {
        return request.sslConfiguration().caCertificates()
            == QSslConfiguration::defaultConfiguration().caCertificates()
            && request.peerVerifyName().isEmpty();
    }

    QList<QSslCertificate> m_given;
};

void tst_TlsTrust::initTestCase()
{
    const auto own = makeCertificate(u"DNS:flags.invalid"_s);
    QVERIFY2(own, "openssl is needed");
    m_given = {own->authority};
}

void tst_TlsTrust::systemCertificatesAreUsedIfNoneAreGiven()
{
    TlsTrust trust;
    const QNetworkRequest request = requestTo(u"https://flags.invalid/"_s, trust);

    QVERIFY(isOfTheSystem(request));
    QVERIFY(!trust.fallBackToSystem(request, {QSslError(QSslError::SelfSignedCertificate)}));
}

void tst_TlsTrust::givenCertificatesAreUsedFirst()
{
    const TlsTrust trust(m_given);
    const QNetworkRequest request = requestTo(u"https://flags.invalid/"_s, trust);

    QCOMPARE(request.sslConfiguration().caCertificates(), m_given);
    QCOMPARE(request.peerVerifyName(), u"flags.invalid"_s);
}

void tst_TlsTrust::unknownIssuerFallsBackToTheSystem()
{
    TlsTrust trust(m_given);
    const QList<QSslError> unknown{QSslError(QSslError::UnableToGetLocalIssuerCertificate)};
    const QNetworkRequest first = requestTo(u"https://flags.invalid/"_s, trust);
    const QNetworkRequest atTheSameTime = requestTo(u"https://flags.invalid/other"_s, trust);

    QVERIFY(trust.fallBackToSystem(first, unknown));
    QVERIFY(trust.fallBackToSystem(atTheSameTime, unknown));
    const QNetworkRequest second = requestTo(u"https://flags.invalid/"_s, trust);
    QVERIFY(isOfTheSystem(second));
    QVERIFY(!trust.fallBackToSystem(second, unknown));
    QVERIFY(!isOfTheSystem(requestTo(u"https://other.invalid/"_s, trust)));
}

void tst_TlsTrust::otherErrorsDoNotFallBack_data()
{
    QTest::addColumn<QSslError>("error");
    for (const auto error :
        {QSslError::CertificateExpired, QSslError::HostNameMismatch, QSslError::CertificateRevoked})
        QTest::newRow(qPrintable(QSslError(error).errorString())) << QSslError(error);
}

void tst_TlsTrust::otherErrorsDoNotFallBack()
{
    QFETCH(QSslError, error);
    TlsTrust trust(m_given);

    QVERIFY(!trust.fallBackToSystem(requestTo(u"https://flags.invalid/"_s, trust), {error}));
}

void tst_TlsTrust::plainHttpIsNotConfigured()
{
    const TlsTrust trust(m_given);

    QVERIFY(isOfTheSystem(requestTo(u"http://flags.invalid/"_s, trust)));
}

FLAGFETCH_TEST(tst_TlsTrust, Core)
#include "tst_tlstrust.moc"
