#include "app/lesson/blockingget.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray content = "Some bytes\r\n\r\nwith empty lines";

Script chunked(const QByteArray &chunks)
{
    return okWithHeaders({"Transfer-Encoding: chunked"}, chunks);
}

/// "b\r\nhello world\r\n"
QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// A port on which connections are refused.
quint16 refusedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

class tst_BlockingGet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormOfBodyIsComplete_data();
    void everyFormOfBodyIsComplete();
    void oddResponseFails_data();
    void oddResponseFails();
    void reportsTheStatusOnce();
    void sendsOnePlainRequest();
    void refusesOtherServers_data();
    void refusesOtherServers();
    void refusedConnectionFails();
    void slowServerFailsAtTheDeadline_data();
    void slowServerFailsAtTheDeadline();
    void cancelEndsTheWait_data();
    void cancelEndsTheWait();
    void cancelledRequestIsNotSent();
    void fullBacklogIsWaitedFor();
};

void tst_BlockingGet::everyFormOfBodyIsComplete_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("length") << ok(content);
    QTest::newRow("length, odd case")
        << okWithHeaders({"content-LENGTH:" + QByteArray::number(content.size())}, content);
    QTest::newRow("more than the length") << okWithHeaders({lengthLine(content.size())}, content + "more");
    QTest::newRow("until the end") << okWithHeaders({}, content).close();
    QTest::newRow("a chunk") << chunked(chunk(content) + "0\r\n\r\n");
    QTest::newRow("chunks") << chunked(chunk(content.first(3)) + chunk(content.sliced(3)) + "0\r\n\r\n");
    QTest::newRow("extension and trailer") << chunked(
        QByteArray::number(content.size(), 16) + ";a=b\r\n" + content + "\r\n0\r\nX-Sum: 1\r\n\r\n");
    QTest::newRow("byte by byte") << Script().trickle(
        answerHead(200, {lengthLine(content.size())}) + content, 1ms);
    QTest::newRow("chunks byte by byte") << Script().trickle(
        answerHead(200, {"Transfer-Encoding: chunked"}) + chunk(content) + "0\r\n\r\n", 1ms);
}

void tst_BlockingGet::everyFormOfBodyIsComplete()
{
    QFETCH(const Script, script);
    ScriptedServer server([&](const ScriptedRequest &) { return script; });
    const auto body = blockingGet(QUrl(server.address(u"/a"_s)), {.deadline = 10s});
    QVERIFY(body);
    QCOMPARE(*body, content);
}

void tst_BlockingGet::oddResponseFails_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<FailureKind>("kind");
    const auto bad = FailureKind::BadResponse;
    QTest::newRow("404") << status(404) << FailureKind::NotFound;
    QTest::newRow("418") << status(418) << FailureKind::ServerError;
    QTest::newRow("204") << status(204) << FailureKind::ServerError;
    QTest::newRow("redirect") << redirectTo("/b") << FailureKind::Redirect;
    QTest::newRow("closed at once") << Script().close() << FailureKind::ConnectionLost;
    QTest::newRow("reset at once") << Script().reset() << FailureKind::ConnectionLost;
    QTest::newRow("half a header") << Script().send("HTTP/1.1 200 OK\r\nA: b").close()
                                   << FailureKind::Truncated;
    QTest::newRow("half a body") << cutAfter(5, content).close() << FailureKind::Truncated;
    QTest::newRow("half a chunk") << chunked("10\r\nhello").close() << FailureKind::Truncated;
    QTest::newRow("no last chunk") << chunked(chunk(content)).close() << FailureKind::Truncated;
    QTest::newRow("no end of the trailer")
        << chunked(chunk(content) + "0\r\nX: y\r\n").close() << FailureKind::Truncated;
    QTest::newRow("garbage") << Script().send("220 mail.example ready\r\n\r\n") << bad;
    QTest::newRow("an empty line") << Script().send("\r\n\r\n") << bad;
    QTest::newRow("status of four digits") << Script().send("HTTP/1.1 2000 OK\r\n\r\n") << bad;
    QTest::newRow("header without colon") << okWithHeaders({"nonsense", lengthLine(5)}, "hello") << bad;
    QTest::newRow("length is no number") << okWithHeaders({"Content-Length: five"}, "hello") << bad;
    QTest::newRow("negative length") << okWithHeaders({"Content-Length: -5"}, "hello") << bad;
    QTest::newRow("length and chunks")
        << okWithHeaders({"Transfer-Encoding: chunked", lengthLine(5)}, "hello") << bad;
    QTest::newRow("unknown coding") << okWithHeaders({"Transfer-Encoding: gzip"}, "hello") << bad;
    QTest::newRow("chunk size is no number") << chunked("xyz\r\nhello\r\n") << bad;
    QTest::newRow("chunk longer than its size") << chunked("3\r\nhello\r\n0\r\n\r\n") << bad;
    QTest::newRow("endless header line")
        << Script().send("HTTP/1.1 200 OK\r\nA: ").sendRepeatedly(1000, QByteArray(1000, 'a')).stall() << bad;
    QTest::newRow("endless header lines")
        << Script().send("HTTP/1.1 200 OK\r\n").sendRepeatedly(100'000, "A: b\r\n").stall() << bad;
    QTest::newRow("huge length") << okWithHeaders({lengthLine(1'000'001)}, "a") << FailureKind::TooLarge;
    QTest::newRow("length beyond all numbers")
        << okWithHeaders({"Content-Length: 99999999999999999999"}, "a") << bad;
    QTest::newRow("huge until the end")
        << okWithHeaders({}, {}).sendRepeatedly(2000, QByteArray(1000, 'a')).stall() << FailureKind::TooLarge;
    QTest::newRow("huge chunk") << chunked("7fffffffffffffff\r\n") << FailureKind::TooLarge;
    QTest::newRow("huge chunks") << okWithHeaders({"Transfer-Encoding: chunked"}, {})
                                        .sendRepeatedly(2000, chunk(QByteArray(1000, 'a')))
                                        .stall()
                                 << FailureKind::TooLarge;
}

void tst_BlockingGet::oddResponseFails()
{
    QFETCH(const Script, script);
    QFETCH(const FailureKind, kind);
    ScriptedServer server([&](const ScriptedRequest &) { return script; });
    const auto body
        = blockingGet(QUrl(server.address(u"/a"_s)), {.deadline = 10s, .maximalBytes = 1'000'000});
    QVERIFY(!body);
    QCOMPARE(body.error().kind, kind);
}

void tst_BlockingGet::reportsTheStatusOnce()
{
    ScriptedServer server([](const ScriptedRequest &) { return status(404); });
    QList<int> seen;
    const auto body
        = blockingGet(QUrl(server.address(u"/a"_s)), {.onHeader = [&](int status) { seen += status; }});
    QCOMPARE(seen, QList<int>{404});
    QCOMPARE(body.error().status, 404);
}

void tst_BlockingGet::sendsOnePlainRequest()
{
    ScriptedRequest received;
    ScriptedServer server([&](const ScriptedRequest &request) {
        received = request;
        return ok(content);
    });
    QVERIFY(blockingGet(QUrl(server.address(u"/c%C3%B4te/a b.svg?w=1&n=a%26b#part"_s)), {}));
    QCOMPARE(received.path, "/c%C3%B4te/a%20b.svg?w=1&n=a%26b");
    QCOMPARE(received.headers.value("host"), "127.0.0.1:" + QByteArray::number(server.port()));
    QCOMPARE(received.headers.value("connection"), "close");
    QCOMPARE(server.counts().connections, 1);
}

void tst_BlockingGet::refusesOtherServers_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("https") << u"https://127.0.0.1/a"_s;
    QTest::newRow("a name") << u"http://localhost/a"_s;
    QTest::newRow("another machine") << u"http://192.0.2.1/a"_s;
    QTest::newRow("nothing") << QString();
}

void tst_BlockingGet::refusesOtherServers()
{
    QFETCH(const QString, url);
    const auto body = blockingGet(QUrl(url), {});
    QVERIFY(!body);
    QCOMPARE(body.error().kind, FailureKind::BadResponse);
}

void tst_BlockingGet::refusedConnectionFails()
{
    const auto body = blockingGet(QUrl(u"http://127.0.0.1:%1/a"_s.arg(refusedPort())), {});
    QVERIFY(!body);
    QCOMPARE(body.error().kind, FailureKind::ConnectionRefused);
}

void tst_BlockingGet::slowServerFailsAtTheDeadline_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("silent") << Script().stall();
    QTest::newRow("stops in the body") << cutAfter(5, content).stall();
    QTest::newRow("never ends") << Script().trickle(QByteArray(1000, 'a'), 20ms);
}

void tst_BlockingGet::slowServerFailsAtTheDeadline()
{
    QFETCH(const Script, script);
    ScriptedServer server([&](const ScriptedRequest &) { return script; });
    QElapsedTimer elapsed;
    elapsed.start();
    const auto body = blockingGet(QUrl(server.address(u"/a"_s)), {.deadline = 300ms});
    QVERIFY(!body);
    QCOMPARE(body.error().kind, FailureKind::Timeout);
    QVERIFY(std::chrono::milliseconds(elapsed.elapsed()) >= 300ms);
    QVERIFY(std::chrono::milliseconds(elapsed.elapsed()) < 2s);
}

void tst_BlockingGet::cancelEndsTheWait_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("for the header") << Script().stall();
    QTest::newRow("for the body") << cutAfter(5, content).stall();
    QTest::newRow("for the next chunk") << chunked(chunk(content)).stall();
}

void tst_BlockingGet::cancelEndsTheWait()
{
    QFETCH(const Script, script);
    ScriptedServer server([&](const ScriptedRequest &) { return script; });
    const CancelToken cancel = CancelToken::make();
    const std::jthread canceller([&] {
        while (server.counts().inFlight == 0)
            std::this_thread::sleep_for(1ms);
        cancel.cancel();
    });
    QElapsedTimer elapsed;
    elapsed.start();
    const auto body = blockingGet(QUrl(server.address(u"/a"_s)), {.cancel = cancel});
    QVERIFY(!body);
    QCOMPARE(body.error().kind, FailureKind::Cancelled);
    QVERIFY(std::chrono::milliseconds(elapsed.elapsed()) < 2s);
}

void tst_BlockingGet::cancelledRequestIsNotSent()
{
    ScriptedServer server([](const ScriptedRequest &) { return ok(content); });
    const CancelToken cancel = CancelToken::make();
    cancel.cancel();
    const auto body = blockingGet(QUrl(server.address(u"/a"_s)), {.cancel = cancel});
    QCOMPARE(body.error().kind, FailureKind::Cancelled);
    QCOMPARE(server.counts().connections, 0);
}

// Linux drops the requests for connections that the backlog has no place for, so the attempt takes longer
// than QTcpSocket is allowed to wait at once.
void tst_BlockingGet::fullBacklogIsWaitedFor()
{
    QTcpServer server;
    server.setListenBacklogSize(1);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    server.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> waiting;
    for (int number = 0; number < 10; ++number) {
        waiting.push_back(std::make_unique<QTcpSocket>());
        waiting.back()->connectToHost(QHostAddress::LocalHost, server.serverPort());
        if (!waiting.back()->waitForConnected(200))
            break;
    }
    QVERIFY(waiting.back()->state() != QAbstractSocket::ConnectedState);
    QElapsedTimer elapsed;
    elapsed.start();
    const auto body
        = blockingGet(QUrl(u"http://127.0.0.1:%1/a"_s.arg(server.serverPort())), {.deadline = 2500ms});
    QCOMPARE(body.error().kind, FailureKind::Timeout);
    QVERIFY(std::chrono::milliseconds(elapsed.elapsed()) >= 2500ms);
    QVERIFY(std::chrono::milliseconds(elapsed.elapsed()) < 4s);
}

FLAGFETCH_TEST(tst_BlockingGet, Core)
#include "tst_blockingget.moc"
