#include "app/failures/failure.h"
#include "tests/faults/certificates.h"
#include "tests/faults/faultrow.h"
#include "tests/faults/testenvironment.h"
#include "tests/faults/unreachableports.h"
#include "tests/support/testprogram.h"

#include <QMutex>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Unreachable hosts, refusing proxies, redirects and untrusted certificates.
class tst_RouteFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row29ConnectionRefused();
    void rowsWithoutNetwork_data();
    void rowsWithoutNetwork();
    void row32Proxy_data();
    void row32Proxy();
    void row33RedirectLoop();
    void row34RefusedRedirect_data();
    void row34RefusedRedirect();
    void row35RedirectWithoutTls();
    void row36CredentialsAreNotSentElsewhere();
    void row37PasswordInTheAddress_data();
    void row37PasswordInTheAddress();
    void row43UntrustedCertificate_data();
    void row43UntrustedCertificate();
    void row44TlsToAPlainPort();
};

namespace {

constexpr int many = 200;

/// An unreachable server: every country would fail.
FaultPlan hopelessPlan()
{
    FaultPlan plan = planOf([](const QByteArray &) { return Script().close(); });
    plan.countries = many;
    plan.faultyCountries = many;
    return plan;
}

/// Describes what is wrong with a batch that must stop early for one reason; empty if nothing is.
QString wrongStop(const FaultBatch &batch, FailureKind reason)
{
    if (const QString broken = batch.violatedInvariant(); !broken.isEmpty())
        return broken;
    if (!batch.end().stoppedBy)
        return u"it was not stopped"_s;
    if (batch.end().stoppedBy->kind != reason)
        return u"it was stopped by "_s + failureText(*batch.end().stoppedBy, {});
    if (batch.count(FlagState::Failed) != many)
        return u"only %1 failed"_s.arg(batch.count(FlagState::Failed));
    if (batch.end().notRequested < many - 10)
        return u"%1 were requested before the stop"_s.arg(many - batch.end().notRequested);
    return batch.elapsed() < 5s ? QString() : u"it took %1 ms"_s.arg(batch.elapsed().count());
}

QByteArray authorizationOf(const ScriptedRequest &request)
{
    return request.headers.value("authorization");
}

} // namespace

void tst_RouteFaults::row29ConnectionRefused()
{
    const ClosedPort closed;
    FaultBatch batch(hopelessPlan());
    batch.useServer(u"127.0.0.1"_s, closed.number());

    QVERIFY(batch.run());
    QCOMPARE(wrongStop(batch, FailureKind::ConnectionRefused), QString());
}

void tst_RouteFaults::rowsWithoutNetwork_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("row 30 no network at all") << u"127.0.0.1"_s << FailureKind::NoNetwork;
    QTest::newRow("row 31 unknown host") << u"flags.invalid"_s << FailureKind::HostNotFound;
}

void tst_RouteFaults::rowsWithoutNetwork()
{
    QFETCH(QString, host);
    QFETCH(FailureKind, kind);
    if (!isRerun()) {
        if (const QString reason = unavailableReason(withoutNetwork()); !reason.isEmpty())
            QSKIP(qPrintable(u"unshare cannot create a network namespace: "_s + reason));
        QCOMPARE(rerunIn(withoutNetwork()), QString());
        return;
    }
    FaultPlan plan = hopelessPlan();
    plan.host = QHostAddress::AnyIPv4; // the namespace has no loopback address
    FaultBatch batch(plan);
    batch.useServer(host, 80);

    QVERIFY(batch.run());
    QCOMPARE(wrongStop(batch, kind), QString());
}

void tst_RouteFaults::row32Proxy_data()
{
    QTest::addColumn<Script>("answer");
    QTest::addColumn<bool>("isListening");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("row 32 proxy refuses the connection") << Script() << false << FailureKind::Proxy;
    QTest::newRow("row 32 proxy answers 407")
        << status(407, {"Proxy-Authenticate: Basic realm=\"flags\""}) << true << FailureKind::Proxy;
    QTest::newRow("row 32 proxy drops the connection")
        << Script().close() << true << FailureKind::ConnectionLost;
}

void tst_RouteFaults::row32Proxy()
{
    QFETCH(Script, answer);
    QFETCH(bool, isListening);
    QFETCH(FailureKind, kind);
    ScriptedServer proxy([answer](const ScriptedRequest &) { return answer; });
    const ClosedPort closed;
    const quint16 port = isListening ? proxy.port() : closed.number();
    FaultBatch batch(hopelessPlan());
    batch.useServer(u"flags.invalid"_s, 80);
    batch.transfer.proxyChoice = ProxyChoice::Given;
    batch.transfer.proxy
        = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port, u"joanna"_s, u"s3cr3t"_s);

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), 0);
    if (kind == FailureKind::Proxy)
        QCOMPARE(wrongStop(batch, kind), QString());
    const Failure failure = batch.faultyResult()->failure;
    const QString text = failureText(failure, u"Flagland"_s);
    QCOMPARE(failure.kind, kind);
    QVERIFY2(text.contains(u"proxy 127.0.0.1:%1"_s.arg(port)), qPrintable(text));
}

void tst_RouteFaults::row33RedirectLoop()
{
    FaultBatch batch({.faulty = [](const ScriptedRequest &request) { return redirectTo(request.path); }});

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.faultyResult()->failure.kind, FailureKind::Redirect);
    QCOMPARE(batch.server().hits(batch.faultyPath()), 1 + 5);
}

void tst_RouteFaults::row34RefusedRedirect_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("row 34 redirect to file:") << redirectTo("file:///etc/hostname");
    QTest::newRow("row 34 redirect to data:") << redirectTo("data:image/gif;base64,R0lGODlh");
    QTest::newRow("row 34 redirect without Location") << status(302);
    QTest::newRow("row 34 redirect to nothing") << redirectTo("http://");
}

void tst_RouteFaults::row34RefusedRedirect()
{
    QFETCH(Script, script);
    FaultBatch batch(planOf([script](const QByteArray &) { return script; }));

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::Redirect)), QString());
}

void tst_RouteFaults::row35RedirectWithoutTls()
{
    const auto own = makeCertificate(u"IP:127.0.0.1"_s);
    QVERIFY2(own, "openssl is needed");
    ScriptedServer plain(
        [](const ScriptedRequest &request) { return ok(FaultBatch::pictureFor(request.path)); });
    FaultPlan plan{.faulty = [&plain](const ScriptedRequest &request) {
        return redirectTo(plain.address(QString::fromLatin1(request.path)).toLatin1());
    }};
    plan.tls = own->server;
    FaultBatch batch(plan);
    batch.transfer.extraCertificates = {own->authority};
    batch.transfer.deadline *= 4; // TLS handshakes take longer

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::Redirect)), QString());
    QCOMPARE(plain.counts().connections, 0);
}

void tst_RouteFaults::row36CredentialsAreNotSentElsewhere()
{
    QMutex mutex;
    QByteArrayList shownAtHome;
    QByteArrayList shownElsewhere;
    ScriptedServer elsewhere({
        .handler =
            [&](const ScriptedRequest &request) {
                const QMutexLocker lock(&mutex);
                shownElsewhere += authorizationOf(request);
                return ok(FaultBatch::pictureFor(request.path));
            },
        .host = QHostAddress(u"127.0.0.2"_s),
    });
    FaultBatch batch({.faulty = [&](const ScriptedRequest &request) {
        const QMutexLocker lock(&mutex);
        shownAtHome += authorizationOf(request);
        return redirectTo(elsewhere.address(QString::fromLatin1(request.path)).toLatin1());
    }});

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, savedAfter(Tries::Once)), QString());
    QCOMPARE(shownAtHome, QByteArrayList{"Basic " + QByteArray("anna:s3cr3t").toBase64()});
    QCOMPARE(shownElsewhere, QByteArrayList{QByteArray()});
}

void tst_RouteFaults::row37PasswordInTheAddress_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<FlagState>("state");
    QTest::newRow("row 37 password in the address, 401") << 401 << FlagState::Failed;
    QTest::newRow("row 37 password in the address, 404") << 404 << FlagState::NotFound;
}

// BatchInvariants checks that no text contains the password. Here the server repeats it in its response.
void tst_RouteFaults::row37PasswordInTheAddress()
{
    QFETCH(int, code);
    QFETCH(FlagState, state);
    FaultBatch batch({.faulty = [code](const ScriptedRequest &request) {
        return status(code, {"WWW-Authenticate: Basic realm=\"" + authorizationOf(request) + "\""});
    }});

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.faultyResult()->state, state);
    QCOMPARE(batch.server().hits(batch.faultyPath()), 1);
}

void tst_RouteFaults::row43UntrustedCertificate_data()
{
    QTest::addColumn<std::optional<TestCertificate>>("own");
    QTest::addColumn<std::optional<TestCertificate>>("trusted");
    QTest::addColumn<QString>("reason");
    const auto selfSigned = makeSelfSignedCertificate(u"IP:127.0.0.1"_s);
    const auto expired = makeCertificate(u"IP:127.0.0.1"_s, 0);
    const auto ofAnother = makeCertificate(u"DNS:flags.invalid"_s);
    using Nothing = std::optional<TestCertificate>;
    QTest::newRow("row 43 certificate self-signed") << selfSigned << Nothing() << u"self-signed"_s;
    QTest::newRow("row 43 certificate self-signed, while another is trusted")
        << selfSigned << ofAnother << u"self-signed"_s;
    QTest::newRow("row 43 certificate expired") << expired << expired << u"expired"_s;
    QTest::newRow("row 43 certificate of another host") << ofAnother << ofAnother << u"host name"_s;
}

void tst_RouteFaults::row43UntrustedCertificate()
{
    QFETCH(std::optional<TestCertificate>, own);
    QFETCH(std::optional<TestCertificate>, trusted);
    QFETCH(QString, reason);
    QVERIFY2(own, "openssl is needed");
    ScriptedServer untrusted({
        .handler = [](const ScriptedRequest &request) { return ok(FaultBatch::pictureFor(request.path)); },
        .tls = own->server,
    });
    FaultBatch batch({.faulty = [&untrusted](const ScriptedRequest &request) {
        return redirectTo(untrusted.address(QString::fromLatin1(request.path)).toLatin1());
    }});
    if (trusted)
        batch.transfer.extraCertificates = {trusted->authority};
    batch.transfer.deadline *= 4; // TLS handshakes take longer

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::Tls)), QString());
    const QString text = failureText(batch.faultyResult()->failure, u"Flagland"_s);
    QVERIFY2(text.contains(reason), qPrintable(text));
    QCOMPARE(untrusted.counts().paths.size(), 0);
}

void tst_RouteFaults::row44TlsToAPlainPort()
{
    ScriptedServer plain([](const ScriptedRequest &) { return status(400); });
    const QByteArray address = "https://127.0.0.1:" + QByteArray::number(plain.port()) + "/flag";
    FaultBatch batch(planOf([address](const QByteArray &) { return redirectTo(address); }));
    batch.transfer.retry.tries = 2;

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::Timeout, Tries::Again)), QString());
}

FLAGFETCH_TEST(tst_RouteFaults, Core)
#include "tst_routefaults.moc"
