#include "tests/builtin/rawrequest.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestServerEndurance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesManyRequestsOnPersistentConnections();
    void survivesDisconnectingClients();
    void survivesGarbage();
    void canBeDestroyedAtAnyMoment();
};

namespace {

/// Sends many requests over one connection, then closes it.
class KeptConnection final : public QTcpSocket
{
public:
    KeptConnection(quint16 port, int requests)
        : m_left(requests)
    {
        connect(this, &QTcpSocket::connected, this, &KeptConnection::askNext);
        connect(this, &QTcpSocket::readyRead, this, &KeptConnection::take);
        connectToHost(QHostAddress::LocalHost, port);
    }

    [[nodiscard]] int left() const { return m_left; }

private:
    void askNext() { write("GET /flags/cn/cn.svg HTTP/1.1\r\nHost: localhost\r\n\r\n"); }

    void take()
    {
        m_received += readAll();
        if (!m_received.endsWith("\r\n\r\ncn|cn.svg"))
            return;
        m_received.clear();
        if (--m_left > 0)
            askNext();
        else
            disconnectFromHost();
    }

    int m_left = 0;
    QByteArray m_received;
};

} // namespace

void TestServerEndurance::survivesManyRequestsOnPersistentConnections()
{
    const auto server = started(echo);
    std::vector<std::unique_ptr<KeptConnection>> connections;
    connections.reserve(30);
    for (int i = 0; i < 30; ++i)
        connections.push_back(std::make_unique<KeptConnection>(server->port(), 667));
    for (const auto &connection : connections) {
        QSignalSpy disconnected(connection.get(), &QTcpSocket::disconnected);
        QVERIFY(connection->left() == 0 || disconnected.wait(60'000));
        QCOMPARE(connection->left(), 0);
    }
}

void TestServerEndurance::survivesDisconnectingClients()
{
    const auto server = started(echo, {.shortestDelay = 1ms, .longestDelay = 40ms});
    for (unsigned long i = 0; i < 60; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server->port());
        QVERIFY(socket.waitForConnected(patience));
        socket.write("GET /flags/cn/" + QByteArray::number(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(socket.waitForBytesWritten(patience));
        QThread::msleep(i % 7);
        socket.abort();
    }
    // Wait until the last of their answers is due.
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60)
        QCOMPARE(ask(*server, "/flags/cn/cn.svg").status, 200);
}

void TestServerEndurance::survivesGarbage()
{
    const auto server = started(echo);
    for (const QByteArray &garbage :
        {"\r\n\r\n\r\n"_ba, "GET\r\n\r\n"_ba, "\x16\x03\x01\x02"_ba, QByteArray(100'000, 'x')}) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server->port());
        QVERIFY(socket.waitForConnected(patience));
        socket.write(garbage);
        socket.waitForBytesWritten(patience);
    }
    QCOMPARE(ask(*server, "/flags/cn/cn.svg").status, 200);
}

void TestServerEndurance::canBeDestroyedAtAnyMoment()
{
    for (unsigned long moment = 0; moment <= 40; ++moment) {
        auto server = started(echo, {.shortestDelay = 0ms, .longestDelay = 30ms});
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 10; ++i) {
            clients.push_back(std::make_unique<QTcpSocket>());
            clients.back()->connectToHost(QHostAddress::LocalHost, server->port());
            QVERIFY(clients.back()->waitForConnected(patience));
            clients.back()->write(
                "GET /flags/cn/" + QByteArray::number(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            clients.back()->flush();
        }
        QThread::msleep(moment);
        server.reset();
        for (const auto &client : clients)
            QVERIFY(client->state() == QAbstractSocket::UnconnectedState
                || client->waitForDisconnected(patience));
    }
}

FLAGFETCH_TEST(TestServerEndurance, Core)

#include "tst_serverendurance.moc"
