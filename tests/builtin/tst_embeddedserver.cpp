#include "app/builtin/embeddedserver.h"
#include "app/builtin/flagpictures.h"
#include "app/builtin/picturefolders.h"
#include "tests/builtin/rawrequest.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEmbeddedServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesContent();
    void matchingEtagGetsNotModified();
    void hasBaseUrl();
    void listensOnLoopbackOnly();
    void answersHeadWithoutBody();
    void closesConnectionOnRequest();
    void rejectsOtherMethods();
    void answersNotFound_data();
    void answersNotFound();
    void pathsCannotLeaveFolder_data();
    void pathsCannotLeaveFolder();
    void servesTheFilesOnDisk();
    void delaysAnswer();
    void refusesAfterErrorDelay();
    void refusalsDoNotDependOnOrder();
    void repeatedRequestIsDecidedAgain();
    void reportsWhyPortIsUnavailable();
};

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

void TestEmbeddedServer::matchingEtagGetsNotModified()
{
    const auto server = started(echo);
    const QByteArray head = ask(*server, "/flags/cn/cn.svg").head;
    const qsizetype start = head.indexOf("ETag: ") + 6;
    const QByteArray etag = head.mid(start, head.indexOf('\r', start) - start);
    QVERIFY(etag.size() > 10);
    QVERIFY(!ask(*server, "/flags/us/us.svg").head.contains(etag));
    QVERIFY(!ask(*server, "/flags/xx/xx.svg").head.contains("ETag"));

    const auto asked = [&server](const QByteArray &ifNoneMatch) {
        return rawAnswer(*server,
            "GET /flags/cn/cn.svg HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: "
                + ifNoneMatch + "\r\n\r\n");
    };
    for (const QByteArray &known : QList<QByteArray>{etag, "W/" + etag, "\"other\", " + etag, "*"}) {
        const QByteArray answer = asked(known);
        QVERIFY2(answer.startsWith("HTTP/1.1 304 "), answer.constData());
        QVERIFY(answer.endsWith("\r\n\r\n"));
        QVERIFY(answer.contains(etag));
    }
    QVERIFY(asked("\"other\"").endsWith("cn|cn.svg"));
}

void TestEmbeddedServer::hasBaseUrl()
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

void TestEmbeddedServer::closesConnectionOnRequest()
{
    const auto server = started(echo);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(ask(*server, "/flags/cn/cn.svg").head.contains("Connection: close\r\n"));
    QVERIFY(timer.elapsed() < patience);
}

void TestEmbeddedServer::rejectsOtherMethods()
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

void TestEmbeddedServer::pathsCannotLeaveFolder_data()
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

void TestEmbeddedServer::pathsCannotLeaveFolder()
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
    const auto folder = findPictures(PictureSet::FlagIcons, {});
    if (!folder)
        QSKIP("Neither flag-icons nor iso-flags-svg is installed");
    const auto server = started(picturesContent(folder->path));
    for (const QString &code : codesWithPictures(folder->path)) {
        const QString cc = code.toLower();
        QFile file(folder->path + u'/' + cc + u".svg"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(ask(*server, "/flags/" + cc.toLatin1() + '/' + cc.toLatin1() + ".svg").body, file.readAll());
    }
}

void TestEmbeddedServer::delaysAnswer()
{
    const auto server = started(echo, {.shortestDelay = 60ms, .longestDelay = 80ms});
    for (const QByteArray &cc : {"aa"_ba, "bb"_ba, "cc"_ba}) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ask(*server, "/flags/" + cc + "/flag.svg").status, 200);
        QVERIFY2(timer.elapsed() >= 60, qPrintable(QString::number(timer.elapsed())));
    }
}

void TestEmbeddedServer::refusesAfterErrorDelay()
{
    const auto server = started(echo, {.errorRate = 1, .errorDelay = 50ms});
    QElapsedTimer timer;
    timer.start();
    const Reply reply = ask(*server, "/flags/cn/cn.svg");
    QCOMPARE(reply.status, 418);
    QVERIFY(reply.body.contains("I'm a teapot"));
    QVERIFY(timer.elapsed() >= 50);
}

void TestEmbeddedServer::refusalsDoNotDependOnOrder()
{
    const FaultSettings faults{.errorRate = 0.3, .errorDelay = 0ms, .seed = 7};
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

    const QList<QByteArray> inOrder = refused(*started(echo, faults), targets);
    const QList<QByteArray> reversed
        = refused(*started(echo, faults), QList<QByteArray>(targets.crbegin(), targets.crend()));
    QVERIFY(!inOrder.isEmpty());
    QVERIFY(inOrder.size() < targets.size());
    QCOMPARE(reversed, inOrder);
}

void TestEmbeddedServer::repeatedRequestIsDecidedAgain()
{
    const auto server = started(echo, {.errorRate = 0.5, .errorDelay = 0ms, .seed = 7});
    QSet<int> seen;
    for (int i = 0; i < 40; ++i)
        seen.insert(ask(*server, "/flags/cn/cn.svg").status);
    QCOMPARE(seen, (QSet<int>{200, 418}));
}

void TestEmbeddedServer::reportsWhyPortIsUnavailable()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto refused = EmbeddedServer::start(echo, {}, other.serverPort());
    QVERIFY(!refused);
    QVERIFY(!refused.error().detail.isEmpty());

    const quint16 port = other.serverPort();
    other.close();
    const auto server = EmbeddedServer::start(echo, {}, port);
    QVERIFY(server);
    QCOMPARE((*server)->port(), port);
}

FLAGFETCH_TEST(TestEmbeddedServer, Core)

#include "tst_embeddedserver.moc"
