#include "app/builtin/embeddedserver.h"
#include "app/builtin/flagpictures.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEmbeddedServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesContent();
    void knowsItsAddress();
    void listensOnLoopbackOnly();
    void answersHeadWithoutBody();
    void closesWhenAskedTo();
    void refusesOtherMethods();
    void answersNotFound_data();
    void answersNotFound();
    void neverLeavesItsFolder_data();
    void neverLeavesItsFolder();
    void servesTheFilesOnDisk();
    void waitsBeforeItAnswers();
    void refusesAfterADelay();
    void refusesTheSameInAnyOrder();
    void refusesAnewEachTime();
    void saysWhichPortIsTaken();
    void survivesManyRequestsOnKeptConnections();
    void survivesClientsThatVanish();
    void survivesGarbage();
    void mayBeDestroyedAtAnyMoment();
};

namespace {

constexpr int patience = 10'000; // ms; only a failing test waits so long

struct Reply
{
    int status = 0;
    QByteArray head;
    QByteArray body;
};

std::optional<ServedContent> echo(const QString &cc, const QString &file)
{
    if (cc == "xx"_L1)
        return std::nullopt;
    return ServedContent{(cc + u'|' + file).toUtf8(), "text/x-echo"};
}

std::unique_ptr<EmbeddedServer> started(ContentLookup content, const ServerManners &manners = {})
{
    auto result = EmbeddedServer::start(std::move(content), manners);
    return std::get<std::unique_ptr<EmbeddedServer>>(std::move(result));
}

QByteArray closingRequest(const QByteArray &method, const QByteArray &target)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
}

/// Everything that comes until the server closes.
QByteArray rawAnswer(const EmbeddedServer &server, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.port());
    socket.write(request);
    QByteArray answer;
    while (socket.waitForReadyRead(patience))
        answer += socket.readAll();
    return answer + socket.readAll();
}

Reply ask(const EmbeddedServer &server, const QByteArray &target, const QByteArray &method = "GET")
{
    const QByteArray answer = rawAnswer(server, closingRequest(method, target));
    const qsizetype end = answer.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    return {answer.mid(9, 3).toInt(), answer.first(end + 2), answer.sliced(end + 4)};
}

/// Asks again and again over one connection.
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
    }

    int m_left = 0;
    QByteArray m_received;
};

} // namespace

void TestEmbeddedServer::servesContent()
{
    const auto server = started(echo);
    const Reply reply = ask(*server, "/flags/cn/metadata.json");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, "cn|metadata.json");
    QVERIFY(reply.head.contains("Content-Type: text/x-echo\r\n"));
    QVERIFY(reply.head.contains("Content-Length: 16\r\n"));
    QCOMPARE(ask(*server, "/flags/cn/cn.svg?size=2").body, "cn|cn.svg");
    QCOMPARE(ask(*server, "/flags/cn/F%C3%A4hnchen").body, "cn|Fähnchen");
}

void TestEmbeddedServer::knowsItsAddress()
{
    const auto server = started(echo);
    QVERIFY(server->port() != 0);
    QCOMPARE(server->baseUrl(), u"http://127.0.0.1:%1/flags"_s.arg(server->port()));
}

void TestEmbeddedServer::listensOnLoopbackOnly()
{
    const auto server = started(echo);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.2"_s, server->port());
    QVERIFY(!socket.waitForConnected(patience));
    QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestEmbeddedServer::answersHeadWithoutBody()
{
    const auto server = started(echo);
    const Reply reply = ask(*server, "/flags/cn/cn.svg", "HEAD");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.head.contains("Content-Length: 9\r\n"));
    QVERIFY(reply.body.isEmpty());
}

void TestEmbeddedServer::closesWhenAskedTo()
{
    const auto server = started(echo);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(ask(*server, "/flags/cn/cn.svg").head.contains("Connection: close\r\n"));
    QVERIFY(timer.elapsed() < patience);
}

void TestEmbeddedServer::refusesOtherMethods()
{
    const auto server = started(echo);
    for (const QByteArray &method : {"POST"_ba, "PUT"_ba, "DELETE"_ba})
        QCOMPARE(ask(*server, "/flags/cn/cn.svg", method).status, 405);
}

void TestEmbeddedServer::answersNotFound_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const QByteArray &target :
        {"/"_ba, "/flags"_ba, "/flags/"_ba, "/flags/cn"_ba, "/flags/cn/"_ba, "/flags//cn.svg"_ba,
            "/flags/cn/a/b"_ba, "/flags/xx/xx.svg"_ba, "/cn/cn.svg"_ba, "/FLAGS/cn/cn.svg"_ba, "*"_ba})
        QTest::addRow("%s", target.constData()) << target;
}

void TestEmbeddedServer::answersNotFound()
{
    QFETCH(QByteArray, target);
    const auto server = started(echo);
    QCOMPARE(ask(*server, target).status, 404);
}

void TestEmbeddedServer::neverLeavesItsFolder_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const QByteArray &target : {
             "/flags/../secret.txt"_ba,
             "/flags/cn/../../secret.txt"_ba,
             "/flags/%2e%2e/secret.txt"_ba,
             "/flags/%2E%2E/secret.txt"_ba,
             "/flags/cn/%2e%2e%2f%2e%2e%2fsecret.txt"_ba,
             "/flags/..%2fsecret.txt/x"_ba,
             "/flags/cn/..%2f..%2fsecret.txt"_ba,
             "/flags/%252e%252e/secret.txt"_ba,
             "/flags/cn/%00"_ba,
             "/flags/cn/cn.gif%00.txt"_ba,
             "/flags/cn/link.txt"_ba,
             "/flags/%2fetc/passwd"_ba,
             "/flags/cn/%2fetc%2fpasswd"_ba,
             "//etc/passwd"_ba,
             "/flags/./secret.txt"_ba,
             "http://localhost/flags/../secret.txt"_ba,
         })
        QTest::addRow("%s", target.constData()) << target;
}

void TestEmbeddedServer::neverLeavesItsFolder()
{
    QFETCH(QByteArray, target);
    QTemporaryDir directory;
    QVERIFY(QDir(directory.path()).mkpath(u"flags/cn"_s));
    QFile secret(directory.filePath(u"secret.txt"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write("secret");
    secret.close();
    QVERIFY(secret.link(directory.filePath(u"flags/cn/link.txt"_s)));
    QVERIFY(secret.copy(directory.filePath(u"flags/cn/cn.gif"_s)));

    const auto server = started(folderContent(directory.filePath(u"flags"_s)));
    QCOMPARE(ask(*server, "/flags/cn/cn.gif").status, 200);
    const Reply reply = ask(*server, target);
    QVERIFY2(reply.status == 404 || reply.status == 0, qPrintable(QString::number(reply.status)));
    QVERIFY(!reply.body.contains("secret") && !reply.body.contains("root:"));
}

void TestEmbeddedServer::servesTheFilesOnDisk()
{
    const auto folder = findPicturesFolder(QString());
    if (!folder)
        QSKIP("The package iso-flags-svg is not installed");
    const auto server = started(picturesContent(*folder));
    for (const QString &code : codesWithPictures(*folder)) {
        const QString cc = code.toLower();
        QFile file(*folder + u'/' + cc + u".svg"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(ask(*server, "/flags/" + cc.toLatin1() + '/' + cc.toLatin1() + ".svg").body, file.readAll());
    }
}

void TestEmbeddedServer::waitsBeforeItAnswers()
{
    const auto server = started(echo, {.shortestDelay = 60ms, .longestDelay = 80ms});
    for (const QByteArray &cc : {"aa"_ba, "bb"_ba, "cc"_ba}) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ask(*server, "/flags/" + cc + "/flag.svg").status, 200);
        QVERIFY2(timer.elapsed() >= 60, qPrintable(QString::number(timer.elapsed())));
    }
}

void TestEmbeddedServer::refusesAfterADelay()
{
    const auto server = started(echo, {.errorRate = 1, .errorDelay = 50ms});
    QElapsedTimer timer;
    timer.start();
    const Reply reply = ask(*server, "/flags/cn/cn.svg");
    QCOMPARE(reply.status, 418);
    QVERIFY(reply.body.contains("I'm a teapot"));
    QVERIFY(timer.elapsed() >= 50);
}

void TestEmbeddedServer::refusesTheSameInAnyOrder()
{
    const ServerManners manners{.errorRate = 0.3, .errorDelay = 0ms, .seed = 7};
    QList<QByteArray> targets;
    for (int i = 0; i < 60; ++i)
        targets.append("/flags/cc/" + QByteArray::number(i));
    const auto refused = [](const EmbeddedServer &server, const QList<QByteArray> &asked) {
        QList<QByteArray> found;
        for (const QByteArray &target : asked) {
            if (ask(server, target).status == 418)
                found.append(target);
        }
        std::sort(found.begin(), found.end());
        return found;
    };

    const QList<QByteArray> inOrder = refused(*started(echo, manners), targets);
    const QList<QByteArray> reversed
        = refused(*started(echo, manners), QList<QByteArray>(targets.crbegin(), targets.crend()));
    QVERIFY(!inOrder.isEmpty());
    QVERIFY(inOrder.size() < targets.size());
    QCOMPARE(reversed, inOrder);
}

void TestEmbeddedServer::refusesAnewEachTime()
{
    const auto server = started(echo, {.errorRate = 0.5, .errorDelay = 0ms, .seed = 7});
    QSet<int> seen;
    for (int i = 0; i < 40; ++i)
        seen.insert(ask(*server, "/flags/cn/cn.svg").status);
    QCOMPARE(seen, (QSet<int>{200, 418}));
}

void TestEmbeddedServer::saysWhichPortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto result = EmbeddedServer::start(echo, {}, other.serverPort());
    const auto *failure = std::get_if<Failure>(&result);
    QVERIFY(failure);
    QVERIFY2(failure->detail.contains(QString::number(other.serverPort())), qPrintable(failure->detail));

    const quint16 port = other.serverPort();
    other.close();
    const auto second = EmbeddedServer::start(echo, {}, port);
    QVERIFY(std::holds_alternative<std::unique_ptr<EmbeddedServer>>(second));
    QCOMPARE(std::get<std::unique_ptr<EmbeddedServer>>(second)->port(), port);
}

void TestEmbeddedServer::survivesManyRequestsOnKeptConnections()
{
    const auto server = started(echo);
    std::vector<std::unique_ptr<KeptConnection>> connections;
    for (int i = 0; i < 30; ++i)
        connections.push_back(std::make_unique<KeptConnection>(server->port(), 667));
    const auto allDone = [&connections] {
        return std::all_of(
            connections.cbegin(), connections.cend(), [](const auto &each) { return each->left() == 0; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allDone(), 60'000);
}

void TestEmbeddedServer::survivesClientsThatVanish()
{
    const auto server = started(echo, {.shortestDelay = 1ms, .longestDelay = 40ms});
    for (int i = 0; i < 60; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server->port());
        QVERIFY(socket.waitForConnected(patience));
        socket.write("GET /flags/cn/" + QByteArray::number(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(socket.waitForBytesWritten(patience));
        QTest::qSleep(i % 7);
        socket.abort();
    }
    // Longer than any of the answers that are still due.
    const auto last = ask(*server, "/flags/cn/cn.svg");
    QTest::qSleep(50);
    QCOMPARE(last.status, 200);
    QCOMPARE(ask(*server, "/flags/cn/cn.svg").status, 200);
}

void TestEmbeddedServer::survivesGarbage()
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

void TestEmbeddedServer::mayBeDestroyedAtAnyMoment()
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
        QTest::qSleep(static_cast<int>(moment));
        server.reset();
        for (const auto &client : clients)
            QVERIFY(client->state() == QAbstractSocket::UnconnectedState
                || client->waitForDisconnected(patience));
    }
}

QTEST_GUILESS_MAIN(TestEmbeddedServer)

#include "tst_embeddedserver.moc"
