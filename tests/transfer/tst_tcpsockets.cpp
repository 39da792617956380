#include "app/transfer/tcpsockets.h"
#include "tests/support/testprogram.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

/// Tests that the option reaches every TCP socket of the process.
class tst_TcpSockets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectedSocketsSendWithoutDelay();
};

void tst_TcpSockets::connectedSocketsSendWithoutDelay()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QVERIFY(client.waitForConnected() && server.waitForNewConnection(1000));
    QTcpSocket *const accepted = server.nextPendingConnection();
    QCOMPARE(client.socketOption(QAbstractSocket::LowDelayOption).toInt(), 0);

    sendWithoutDelay();

    QCOMPARE(client.socketOption(QAbstractSocket::LowDelayOption).toInt(), 1);
    QCOMPARE(accepted->socketOption(QAbstractSocket::LowDelayOption).toInt(), 1);
}

FLAGFETCH_TEST(tst_TcpSockets, Core)
#include "tst_tcpsockets.moc"
