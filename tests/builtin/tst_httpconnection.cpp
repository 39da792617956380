#include "tests/builtin/rawrequest.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Tests one connection of the embedded server from the client's side.
class TestHttpConnection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersPipelinedRequestsInOrder_data();
    void answersPipelinedRequestsInOrder();
    void delaysOfPipelinedRequestsDoNotAddUp();
    void answersCompleteRequestsBeforeInvalidOne();
    void sendsLargeContentToSlowClients();
    void stopsReadingWhileAnswersAreUnread();
    void answerStaysReadableWhileClientSends();
    void servesHttp10();
    void acceptsOnlyLoopbackHosts_data();
    void acceptsOnlyLoopbackHosts();
    void closesIdleConnections_data();
    void closesIdleConnections();
    void keepsConnectionsWithDelayedAnswer();
    void acceptsClientsWhenOthersDisconnect();
};

namespace {

QByteArray request(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

std::unique_ptr<QTcpSocket> connectedTo(const EmbeddedServer &server)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, server.port());
    return socket->waitForConnected(patience) ? std::move(socket) : nullptr;
}

/// The bytes until they end with `end` or the server closes the connection.
QByteArray readUntil(QTcpSocket &socket, const QByteArray &end)
{
    QByteArray received;
    do {
        received += socket.readAll();
    } while (!received.endsWith(end) && socket.waitForReadyRead(patience));
    return received;
}

/// Content with the number of bytes in `file`.
std::optional<ServedContent> sized(const QString &, const QString &file)
{
    return ServedContent{QByteArray(file.toInt(), 'x'), "text/x-sized"};
}

} // namespace

void TestHttpConnection::answersPipelinedRequestsInOrder_data()
{
    QTest::addColumn<FaultSettings>("faults");
    QTest::addColumn<int>("count");
    QTest::newRow("at once") << FaultSettings{} << 1000;
    QTest::newRow("with random delays and refusals") << FaultSettings{.shortestDelay = 0ms,
        .longestDelay = 30ms,
        .errorRate = 0.3,
        .errorDelay = 7ms,
        .seed = 3} << 300;
}

void TestHttpConnection::answersPipelinedRequestsInOrder()
{
    QFETCH(FaultSettings, faults);
    QFETCH(int, count);
    const auto server = started(echo, faults);
    QByteArray requests;
    QList<QByteArray> expected;
    FaultSimulation simulation(faults);
    for (int i = 0; i < count; ++i) {
        const QString file = QString::number(i);
        requests += request("/flags/cn/" + file.toLatin1());
        expected += simulation.next(QString(u"cn/"_s + file)).refused ? "I'm a teapot\n"_ba
                                                                      : QByteArray("cn|" + file.toLatin1());
    }
    const QByteArray answers = rawAnswer(*server, requests + closingRequest("GET", "/flags/xx/end"));
    qsizetype at = 0;
    for (const QByteArray &body : std::as_const(expected)) {
        at = answers.indexOf("\r\n\r\n", at) + 4;
        QCOMPARE(answers.mid(at, body.size()), body);
    }
    QVERIFY(answers.endsWith("Not Found\n"));
}

void TestHttpConnection::delaysOfPipelinedRequestsDoNotAddUp()
{
    const auto server = started(echo, {.shortestDelay = 200ms, .longestDelay = 200ms});
    QElapsedTimer timer;
    timer.start();
    const QByteArray answers
        = rawAnswer(*server, request("/flags/a/1").repeated(40) + closingRequest("GET", "/flags/a/2"));
    QCOMPARE(answers.count("200 OK"), 41);
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed()))); // not 8200
}

void TestHttpConnection::answersCompleteRequestsBeforeInvalidOne()
{
    const auto server = started(echo, {.shortestDelay = 30ms, .longestDelay = 30ms});
    const QByteArray answers
        = rawAnswer(*server, request("/flags/cn/1") + "NONSENSE\r\n\r\n" + request("/flags/cn/2"));
    QVERIFY(answers.startsWith("HTTP/1.1 200 OK"));
    QCOMPARE(answers.count("HTTP/1.1 "), 2);
    QVERIFY(answers.contains("cn|1HTTP/1.1 400 Bad Request\r\n"));
    QVERIFY(answers.contains("Connection: close\r\n"));
}

void TestHttpConnection::sendsLargeContentToSlowClients()
{
    constexpr int large = 3'000'000;
    const auto server = started(sized);
    const auto client = connectedTo(*server);
    QVERIFY(client);
    client->setReadBufferSize(100'000);
    client->write(
        request("/flags/cn/" + QByteArray::number(large)).repeated(5) + closingRequest("GET", "/flags/cn/1"));
    qint64 received = 0;
    QByteArray end;
    while (client->bytesAvailable() > 0 || client->waitForReadyRead(patience)) {
        const QByteArray part = client->read(50'000);
        received += part.size();
        end = QByteArray(end + part).right(5);
    }
    QVERIFY2(received > qint64(5) * large, qPrintable(QString::number(received)));
    QCOMPARE(end, "\r\n\r\nx");
}

void TestHttpConnection::stopsReadingWhileAnswersAreUnread()
{
    std::atomic<int> asked = 0;
    const auto server = started([&asked](const QString &, const QString &) {
        ++asked;
        return std::optional(ServedContent{QByteArray(1'000'000, 'x'), "text/x-sized"});
    });
    const auto client = connectedTo(*server);
    QVERIFY(client);
    client->setReadBufferSize(1);
    client->write(request("/flags/cn/1").repeated(500));
    QTRY_VERIFY_WITH_TIMEOUT(asked > 0, patience);
    // All answers would be 0.5 GB. The kernel buffers a few of them.
    while (client->bytesToWrite() > 0 && client->waitForBytesWritten(500)) { }
    QVERIFY2(asked < 40, qPrintable(QString::number(asked)));
}

void TestHttpConnection::answerStaysReadableWhileClientSends()
{
    const auto server = started(echo);
    const QByteArray head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30000000\r\n\r\n";
    const auto client = connectedTo(*server);
    QVERIFY(client);
    client->write(head + QByteArray(3'000'000, 'x'));
    while (client->bytesToWrite() > 0)
        QVERIFY(client->waitForBytesWritten(patience));
    QVERIFY(readUntil(*client, "Content Too Large\n").startsWith("HTTP/1.1 413 Content Too Large\r\n"));
    QVERIFY(client->state() == QAbstractSocket::UnconnectedState || client->waitForDisconnected(patience));
}

void TestHttpConnection::servesHttp10()
{
    const auto server = started(echo);
    const QByteArray answer = rawAnswer(*server, "GET /flags/cn/1 HTTP/1.0\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n") && answer.endsWith("\r\n\r\ncn|1"));
    QVERIFY(answer.contains("Connection: close\r\n"));

    const QByteArray kept = "GET /flags/cn/1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    const QByteArray answers = rawAnswer(*server, kept + kept + "GET /flags/cn/2 HTTP/1.0\r\n\r\n");
    QCOMPARE(answers.count("Connection: keep-alive\r\n"), 2);
    QVERIFY(answers.endsWith("cn|2"));
}

void TestHttpConnection::acceptsOnlyLoopbackHosts_data()
{
    QTest::addColumn<QByteArray>("host"); // PORT stands for the port
    QTest::addColumn<bool>("isOwn");
    for (const char *own : {"127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT", "localhost"})
        QTest::newRow(own) << QByteArray(own) << true;
    QTest::newRow("single label without port") << "x"_ba << true;
    for (const char *foreign :
        {"evil.example", "evil.example:PORT", "evil:PORT", "127.0.0.1:1", "localhost:", "localhost:PORT0",
            "127.0.0.1.evil.example:PORT", "localhost@evil:PORT", "[::2]:PORT", "[::1]x", "1.2"})
        QTest::newRow(foreign) << QByteArray(foreign) << false;
    QTest::newRow("empty") << ""_ba << false;
}

void TestHttpConnection::acceptsOnlyLoopbackHosts()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, isOwn);
    const auto server = started(echo);
    host.replace("PORT", QByteArray::number(server->port()));
    const QByteArray answer
        = rawAnswer(*server, "GET /flags/cn/1 HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n");
    QVERIFY2(answer.startsWith(isOwn ? "HTTP/1.1 200 " : "HTTP/1.1 421 "), answer.constData());
    QCOMPARE(answer.contains("cn|1"), isOwn);
}

void TestHttpConnection::closesIdleConnections_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("nothing sent") << ""_ba;
    QTest::newRow("half a request") << "GET /flags/cn/1 HTTP/1.1\r\nHo"_ba;
    QTest::newRow("an answered request") << request("/flags/cn/1");
    QTest::newRow("half a body") << "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx"_ba;
    QTest::newRow("answers that are not read") << request("/flags/cn/9000000").repeated(9);
}

void TestHttpConnection::closesIdleConnections()
{
    QFETCH(QByteArray, sent);
    const auto server = started(sized, {}, {.idleTime = 200ms});
    const auto client = connectedTo(*server);
    QVERIFY(client);
    client->setReadBufferSize(sent.size() > 200 ? 1 : 0);
    client->write(sent);
    while (client->bytesToWrite() > 0)
        QVERIFY(client->waitForBytesWritten(patience));
    QElapsedTimer timer;
    timer.start();
    // The socket detects the end only when it reads, so read everything now.
    QTest::qWait(sent.size() > 200 ? 1000 : 0);
    client->setReadBufferSize(0);
    while (client->state() == QAbstractSocket::ConnectedState && client->waitForReadyRead(patience))
        client->readAll();
    QVERIFY(client->state() != QAbstractSocket::ConnectedState);
    QVERIFY(timer.elapsed() < patience);
}

void TestHttpConnection::keepsConnectionsWithDelayedAnswer()
{
    // On a busy machine the request may arrive a tenth of a second after the connection, which is idle until
    // then.
    const auto server = started(echo, {.shortestDelay = 1200ms, .longestDelay = 1200ms}, {.idleTime = 400ms});
    QCOMPARE(ask(*server, "/flags/cn/1").body, "cn|1");
}

void TestHttpConnection::acceptsClientsWhenOthersDisconnect()
{
    const auto server = started(echo, {}, {.connections = 3});
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(connectedTo(*server)); // by the kernel
        QVERIFY(clients.back());
        clients.back()->write(request("/flags/cn/1"));
        clients.back()->flush();
    }
    for (const auto &client : clients) {
        QVERIFY(readUntil(*client, "cn|1").endsWith("cn|1"));
        client->disconnectFromHost();
    }
}

FLAGFETCH_TEST(TestHttpConnection, Core)

#include "tst_httpconnection.moc"
