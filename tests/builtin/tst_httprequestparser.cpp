#include "app/builtin/httprequestparser.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using State = HttpRequestParser::State;
using Method = HttpRequest::Method;

class TestHttpRequestParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesRequest();
    void parsesArbitraryPortions();
    void stopsAtEndOfRequest();
    void parsesTargets_data();
    void parsesTargets();
    void parsesKeepAlive_data();
    void parsesKeepAlive();
    void rejectsInvalidRequests_data();
    void rejectsInvalidRequests();
    void discardsBodiesWithinLimit();
    void rejectsAtOnce_data();
    void rejectsAtOnce();
};

namespace {

const QByteArray host = "Host: localhost\r\n";

/// Parses one request; ignores further bytes.
HttpRequestParser parsed(const QByteArray &bytes)
{
    HttpRequestParser parser;
    [[maybe_unused]] const qsizetype read = parser.read(bytes);
    return parser;
}

} // namespace

void TestHttpRequestParser::parsesRequest()
{
    const HttpRequestParser parser
        = parsed("HEAD /flags/cn/cn.svg?size=2 HTTP/1.1\r\nhOST:\t127.0.0.1:80 \r\nif-none-match: \"a\"\r\n"
                 "If-None-Match: \"b\"\r\nX-Other:\r\n\r\n");
    QCOMPARE(parser.state(), State::Complete);
    const HttpRequest &request = parser.request();
    QCOMPARE(request.method, Method::Head);
    QCOMPARE(request.path, "/flags/cn/cn.svg");
    QCOMPARE(request.host, "127.0.0.1:80");
    QVERIFY(request.hasHost && request.keepsAlive && !request.isHttp10);
    QCOMPARE(request.ifNoneMatch, "\"a\", \"b\"");
}

void TestHttpRequestParser::parsesArbitraryPortions()
{
    const QByteArray bytes
        = "\r\nPOST /a HTTP/1.1\r\n" + host + "Content-Length: 5\r\nConnection: close\r\n\r\nhello";
    for (qsizetype portion = 1; portion <= bytes.size(); ++portion) {
        HttpRequestParser parser;
        for (qsizetype at = 0; at < bytes.size(); at += portion) {
            const QByteArray part = bytes.mid(at, portion);
            QVERIFY(parser.state() != State::Complete);
            QCOMPARE(parser.read(part), part.size());
        }
        QCOMPARE(parser.state(), State::Complete);
        QCOMPARE(parser.request().path, "/a");
        QVERIFY(!parser.request().keepsAlive);
    }
}

void TestHttpRequestParser::stopsAtEndOfRequest()
{
    const QByteArray first = "GET /1 HTTP/1.1\r\n" + host + "\r\n";
    const QByteArray second = "GET /2 HTTP/1.0\n\n";
    HttpRequestParser parser;
    QCOMPARE(parser.read(QByteArray(first + second)), first.size());
    QCOMPARE(parser.read(second), 0);
    parser.reset();
    QCOMPARE(parser.read(second), second.size());
    QCOMPARE(parser.request().path, "/2");
    QVERIFY(!parser.request().hasHost);
}

void TestHttpRequestParser::parsesTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("requestedHost");
    QTest::newRow("path") << "/a/b"_ba
                          << "/a/b"_ba
                          << "localhost"_ba;
    QTest::newRow("query") << "/a?b/c"_ba
                           << "/a"_ba
                           << "localhost"_ba;
    QTest::newRow("asterisk") << "*"_ba
                              << "*"_ba
                              << "localhost"_ba;
    QTest::newRow("encoded") << "/%2e%2E/a%2Fb"_ba
                             << "/%2e%2E/a%2Fb"_ba
                             << "localhost"_ba;
    QTest::newRow("whole address") << "HTTP://evil:1/a?b"_ba
                                   << "/a"_ba
                                   << "evil:1"_ba;
    QTest::newRow("absolute target without path") << "http://evil"_ba
                                                  << ""_ba
                                                  << "evil"_ba;
    QTest::newRow("with a user") << "http://localhost@evil/a"_ba
                                 << "/a"_ba
                                 << "localhost@evil"_ba;
}

void TestHttpRequestParser::parsesTargets()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, requestedHost);
    const HttpRequestParser parser = parsed("GET " + target + " HTTP/1.1\r\n" + host + "\r\n");
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.request().path, path);
    QCOMPARE(parser.request().host, requestedHost);
}

void TestHttpRequestParser::parsesKeepAlive_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<bool>("kept");
    QTest::newRow("1.1") << "1.1"_ba
                         << ""_ba << true;
    QTest::newRow("1.1, close") << "1.1"_ba
                                << "Connection: Upgrade, CLOSE\r\n"_ba << false;
    QTest::newRow("1.1, other") << "1.1"_ba
                                << "Connection: closed\r\n"_ba << true;
    QTest::newRow("1.0") << "1.0"_ba
                         << ""_ba << false;
    QTest::newRow("1.0, keep-alive") << "1.0"_ba
                                     << "Connection: Keep-Alive\r\n"_ba << true;
}

void TestHttpRequestParser::parsesKeepAlive()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, connection);
    QFETCH(bool, kept);
    const HttpRequestParser parser = parsed("GET / HTTP/" + version + "\r\n" + host + connection + "\r\n");
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.request().keepsAlive, kept);
}

void TestHttpRequestParser::rejectsInvalidRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto addHeader = [](const char *name, const QByteArray &lines, int status) {
        QTest::newRow(name) << "GET / HTTP/1.1\r\n" + host + lines + "\r\n" << status;
    };
    const auto addLine = [](const char *name, const QByteArray &line, int status) {
        QTest::newRow(name) << line + "\r\n" + host + "\r\n" << status;
    };
    addLine("no version", "GET /", 400);
    addLine("no target", "GET HTTP/1.1", 400);
    addLine("two blanks", "GET  HTTP/1.1", 400);
    addLine("blank in the target", "GET /a b HTTP/1.1", 400);
    addLine("no ASCII in the target", "GET /\xc3\xa4 HTTP/1.1", 400);
    addLine("method that is no token", "G(T / HTTP/1.1", 400);
    addLine("CR in the line", "GET /\r/a HTTP/1.1", 400);
    addLine("lower case version", "GET / http/1.1", 400);
    addLine("version of two digits", "GET / HTTP/1.10", 400);
    addLine("HTTP/2", "PRI * HTTP/2.0", 505);
    addLine("TLS", "\x16\x03\x01\x02", 400);
    QTest::newRow("empty lines only") << QByteArray("\r\n").repeated(5) << 400;
    QTest::newRow("no Host") << "GET / HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("no Host with absolute target") << "GET http://a/ HTTP/1.1\r\n\r\n"_ba << 400;
    addHeader("second Host", "Host: localhost\r\n", 400);
    addHeader("no colon", "X\r\n", 400);
    addHeader("blank before the colon", "X : 1\r\n", 400);
    addHeader("folded line", "X: 1\r\n 2\r\n", 400);
    addHeader("no name", ": 1\r\n", 400);
    addHeader("NUL in a value", QByteArray("X: a\0b\r\n", 8), 400);
    addHeader("CR in a value", "X: a\rb\r\n", 400);
    addHeader("length that is no number", "Content-Length: 1a\r\n", 400);
    addHeader("negative length", "Content-Length: -1\r\n", 400);
    addHeader("list of lengths", "Content-Length: 1, 1\r\n", 400);
    addHeader("two lengths", "Content-Length: 1\r\nContent-Length: 2\r\n", 400);
    addHeader("length and chunks", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", 400);
    addHeader("chunks", "Transfer-Encoding: chunked\r\n", 411);
    addHeader("large body", "Content-Length: 65537\r\n", 413);
    addHeader("length of many digits", "Content-Length: 99999999999999999999999\r\n", 413);
    addHeader("expectation", "Content-Length: 1\r\nExpect: 100-continue\r\n", 417);
    addHeader("long header line", "X: " + QByteArray(33'000, 'x') + "\r\n", 431);
    addHeader("many header lines", QByteArray("X: x\r\n").repeated(100), 431);
}

void TestHttpRequestParser::rejectsInvalidRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpRequestParser parser = parsed(bytes);
    QCOMPARE(parser.state(), State::Failed);
    QCOMPARE(parser.failureStatus(), status);
    QVERIFY(!parser.request().keepsAlive);
    QCOMPARE(parser.read("GET / HTTP/1.0\r\n\r\n"), 0);
}

void TestHttpRequestParser::discardsBodiesWithinLimit()
{
    const QByteArray head = "PUT / HTTP/1.1\r\n" + host + "Content-Length: 65536\r\n\r\n";
    HttpRequestParser parser;
    QCOMPARE(parser.read(QByteArray(head + "GET")), head.size() + 3);
    QCOMPARE(parser.state(), State::Body);
    QCOMPARE(parser.read(QByteArray(70'000, 'x')), 65'533);
    QCOMPARE(parser.state(), State::Complete);
}

// Before the end of the line or body, which may never arrive.
void TestHttpRequestParser::rejectsAtOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("target") << "GET /" + QByteArray(9'000, 'x') << 414;
    QTest::newRow("header line") << "GET / HTTP/1.1\r\nX: " + QByteArray(33'000, 'x') << 431;
    QTest::newRow("body") << "GET / HTTP/1.1\r\n" + host + "Content-Length: 70000\r\n\r\n" << 413;
}

void TestHttpRequestParser::rejectsAtOnce()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QCOMPARE(parsed(bytes).failureStatus(), status);
}

FLAGFETCH_TEST(TestHttpRequestParser, Core)

#include "tst_httprequestparser.moc"
