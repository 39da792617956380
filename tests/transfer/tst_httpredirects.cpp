#include "tests/faults/unreachableports.h"
#include "tests/support/testprogram.h"
#include "tests/transfer/fetch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_HttpRedirects final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsRedirects_data();
    void followsRedirects();
    void redirectIsFollowedAtItsHeader_data();
    void redirectIsFollowedAtItsHeader();
    void cookieIsSentOnItsChainOnly();
    void redirectLoopEndsAfterFive();
    void unsafeRedirectsAreRefused_data();
    void unsafeRedirectsAreRefused();
    void redirectThatCannotBeFollowedIsExplained_data();
    void redirectThatCannotBeFollowedIsExplained();
    void credentialsAreSentToTheirOwnServerOnly();
    void credentialsNeverAppearInFailures_data();
    void credentialsNeverAppearInFailures();
};

void tst_HttpRedirects::followsRedirects_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("location");
    for (const int code : {301, 302, 303, 307, 308})
        QTest::addRow("%d", code) << code << QByteArray("/there/flag");
    QTest::newRow("relative") << 302 << QByteArray("../there/flag");
    QTest::newRow("without scheme") << 302 << QByteArray("//HOST/there/flag");
    QTest::newRow("absolute") << 302 << QByteArray("http://HOST/there/flag");
}

void tst_HttpRedirects::followsRedirects()
{
    QFETCH(int, code);
    QFETCH(QByteArray, location);
    ScriptedServer server([code, location](const ScriptedRequest &request) {
        if (request.path == "/there/flag")
            return ok(body);
        return status(
            code, {"Location: " + QByteArray(location).replace("HOST", request.headers.value("host"))});
    });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/here/flag"_s)));

    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, 1);
}

void tst_HttpRedirects::redirectIsFollowedAtItsHeader_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("body that stalls")
        << Script().send(answerHead(302, {"Location: /there", lengthLine(500)})).send("some").stall();
    QTest::newRow("length twice in one line")
        << Script().send(answerHead(302, {"Location: /there", "Content-Length: 4, 4"})).send("some").stall();
    QTest::newRow("body without an end") << Script()
                                                .send(answerHead(302, {"Location: /there"}))
                                                .sendRepeatedly(1 << 20, QByteArray(1024, 'x'));
}

void tst_HttpRedirects::redirectIsFollowedAtItsHeader()
{
    QFETCH(Script, script);
    ScriptedServer server([script](const ScriptedRequest &request) {
        return request.path == "/there"
            ? Script().wait(100ms).send(answerHead(200, {lengthLine(body.size())}) + body)
            : script;
    });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/here"_s)));

    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, 1);
}

void tst_HttpRedirects::cookieIsSentOnItsChainOnly()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        const QByteArray cookies = request.headers.value("cookie");
        if (request.path.startsWith("/asks")) {
            return cookies.isEmpty() ? status(302,
                       {"Location: " + request.path, "Set-Cookie: seen=1; Path=/",
                           "Set-Cookie: other=2; Path=/"})
                                     : ok("with " + cookies);
        }
        return ok("with " + cookies);
    });
    TransferPool pool;
    TransferSettings settings = fastSettings();
    settings.limit = 1;
    pool.setSettings(settings);
    const auto bodyAt = [&](const QString &path) {
        HttpGet get(pool, QUrl(server.address(path)), maximalBytes);
        return outcomeOf(get).body;
    };

    QCOMPARE(bodyAt(u"/asks/1"_s), "with seen=1; other=2");
    QCOMPARE(bodyAt(u"/plain"_s), "with ");
    QCOMPARE(bodyAt(u"/asks/2"_s), "with seen=1; other=2");
    QCOMPARE(server.hits("/asks/2"), 2);
}

void tst_HttpRedirects::redirectLoopEndsAfterFive()
{
    ScriptedServer server([](const ScriptedRequest &) { return redirectTo("/loop"); });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/loop"_s)));

    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::Redirect);
    QCOMPARE(outcome.tries, 1);
    QCOMPARE(server.hits("/loop"), 6);
}

void tst_HttpRedirects::unsafeRedirectsAreRefused_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("file") << redirectTo("file:///etc/hostname");
    QTest::newRow("data") << redirectTo("data:text/plain,flag");
    QTest::newRow("ftp") << redirectTo("ftp://127.0.0.1/flag");
    QTest::newRow("resource") << redirectTo("qrc:/flagfetch/sources.json");
    QTest::newRow("no URL") << redirectTo("http://[/flag");
    QTest::newRow("nowhere") << status(302);
}

void tst_HttpRedirects::unsafeRedirectsAreRefused()
{
    QFETCH(Script, script);
    ScriptedServer server([script](const ScriptedRequest &) { return script; });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::Redirect);
    QCOMPARE(outcome.tries, 1);
}

void tst_HttpRedirects::redirectThatCannotBeFollowedIsExplained_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("cause");
    QTest::newRow("302") << status(302)
                         << u"the server redirects without an address; it answered 302 (Found)"_s;
    QTest::newRow("308") << status(
        308) << u"the server redirects without an address; it answered 308 (Permanent Redirect)"_s;
    for (const QByteArrayList &headers :
        {QByteArrayList(), QByteArrayList{"Location: http://127.0.0.1:1/"}}) {
        QTest::addRow("305, %d headers", int(headers.size())) << status(305,
            headers) << u"the server redirects to a proxy, which is not used; it answered 305 (Use Proxy)"_s;
    }
    QTest::newRow("306")
        << Script().send("HTTP/1.1 306 Switch Proxy\r\nContent-Length: 0\r\n\r\n")
        << u"the server redirects to a proxy, which is not used; it answered 306 (Switch Proxy)"_s;
}

void tst_HttpRedirects::redirectThatCannotBeFollowedIsExplained()
{
    QFETCH(const Script, script);
    QFETCH(const QString, cause);
    ScriptedServer server([script](const ScriptedRequest &) { return script; });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::Redirect);
    QCOMPARE(failureCause(*outcome.failure), cause);
    QCOMPARE(outcome.tries, 1);
}

void tst_HttpRedirects::credentialsAreSentToTheirOwnServerOnly()
{
    const auto echo = [](const ScriptedRequest &request) {
        return ok("authorization: " + request.headers.value("authorization"));
    };
    ScriptedServer other(echo);
    const QByteArray elsewhere = other.address(u"/echo"_s).toLatin1();
    ScriptedServer own([echo, elsewhere](const ScriptedRequest &request) {
        if (request.path == "/away")
            return redirectTo(elsewhere);
        return request.path == "/home" ? redirectTo("/echo") : echo(request);
    });
    const auto bodyOf = [&own](const QString &path) {
        QUrl url(own.address(path));
        url.setUserName(u"anna"_s);
        url.setPassword(u"p@ss:wörd"_s);
        return fetch(url).body;
    };
    const QByteArray expected = "authorization: Basic " + QByteArray("anna:p@ss:wörd").toBase64();

    QCOMPARE(bodyOf(u"/echo"_s), expected);
    QCOMPARE(bodyOf(u"/home"_s), expected);
    QCOMPARE(bodyOf(u"/away"_s), "authorization: ");
    QCOMPARE(fetch(QUrl(own.address(u"/echo"_s))).body, "authorization: ");
}

void tst_HttpRedirects::credentialsNeverAppearInFailures_data()
{
    QTest::addColumn<Script>("script");
    for (const int code : {401, 403, 404, 407, 418, 500})
        QTest::addRow("%d", code) << status(code);
    QTest::newRow("cut") << cutAfter(5, body).close();
    QTest::newRow("closed") << Script().close();
    QTest::newRow("redirect back with credentials") << redirectTo("ftp://anna:secret@127.0.0.1/");
    QTest::newRow("garbage") << Script().send("garbage\r\n\r\n").close();
}

void tst_HttpRedirects::credentialsNeverAppearInFailures()
{
    QFETCH(Script, script);
    ScriptedServer server([script](const ScriptedRequest &) { return script; });
    const ClosedPort closed;
    for (const quint16 port : {server.port(), closed.number()}) {
        const HttpOutcome outcome = fetch(QUrl(u"http://anna:secret@127.0.0.1:%1/flag"_s.arg(port)));
        QVERIFY(outcome.failure);
        QVERIFY2(!outcome.failure->detail.contains("anna"_L1), qPrintable(outcome.failure->detail));
        QVERIFY2(!outcome.failure->detail.contains("secret"_L1), qPrintable(outcome.failure->detail));
    }
}

FLAGFETCH_TEST(tst_HttpRedirects, Core)
#include "tst_httpredirects.moc"
