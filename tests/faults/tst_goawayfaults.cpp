#include "tests/faults/faultbatch.h"
#include "tests/faults/nginx.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A real HTTP/2 server that ends each connection after a few requests, with GOAWAY if the connection uses
/// HTTP/2.
class tst_GoawayFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row45Goaway();
};

void tst_GoawayFaults::row45Goaway()
{
    constexpr int countries = 194;
    constexpr int requestsPerConnection = 20;
    const auto own = makeCertificate(u"IP:127.0.0.1"_s);
    QVERIFY2(own, "openssl is needed");
    Nginx nginx(*own, requestsPerConnection);
    QVERIFY2(nginx.waitForStart(), "nginx is needed");
    FaultBatch batch({.faulty = {}, .countries = countries, .faultyCountries = 0, .tls = own->server});
    for (const Country &country : batch.countries()) {
        const QString folder = u"www/%1/"_s.arg(country.code.toLower());
        const QByteArray picture = FaultBatch::pictureFor("/" + country.code.toLatin1());
        QVERIFY(nginx.write(folder + country.code.toLower() + u".gif"_s, picture));
        QVERIFY(nginx.write(folder + u"metadata.json"_s, metadataNaming(country.name)));
    }
    batch.useServer(u"127.0.0.1"_s, nginx.port());
    batch.transfer.extraCertificates = {own->authority};
    batch.transfer.limit = 30;
    batch.transfer.deadline = 20s;

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), countries);
    // No request waited for its deadline.
    QVERIFY(batch.elapsed() < batch.transfer.deadline);
    const QList<LoggedRequest> log = nginx.log();
    QVERIFY(log.size() >= qsizetype(2) * countries);
    QVERIFY(std::ranges::all_of(log, [](const LoggedRequest &request) {
        return request.protocol == "HTTP/1.1" && request.status == 200;
    }));
}

FLAGFETCH_TEST(tst_GoawayFaults, Core)
#include "tst_goawayfaults.moc"
