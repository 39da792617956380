#include "tests/builtin/rawrequest.h"
#include "tests/support/testprogram.h"
#include "tests/system/program.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <vector>

using namespace Qt::StringLiterals;

/// Row 107: hostile, broken or very many clients of `--serve`, against the real program.
class tst_ServeFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void row107PipelinedWithDelaysAndRefusals();
    void row107OutOfDescriptors_data();
    void row107OutOfDescriptors();
    void row107ManyLongPaths_data();
    void row107ManyLongPaths();
    void row107LargeBody();
    void row107LargeHeader();
    void row107ForeignHost();

private:
    /// Starts `--serve --port 0` with more arguments. Sets m_port, which stays 0 if it does not start.
    void serve(const QStringList &arguments = {}, rlim_t descriptors = 0);
    /// A memory value of the program from /proc/PID/status, in KiB.
    [[nodiscard]] qint64 memory(const QByteArray &name) const;
    [[nodiscard]] bool answers() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_program;
    quint16 m_port = 0;
};

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool keepsFreedMemory = true;
#else
constexpr bool keepsFreedMemory = false;
#endif

QByteArray request(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

std::unique_ptr<QTcpSocket> connectedTo(quint16 port)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, port);
    return socket->waitForConnected(patience) ? std::move(socket) : nullptr;
}

} // namespace

void tst_ServeFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QDir folder(m_folder->path());
    QVERIFY(folder.mkpath(u"flags/cn"_s));
    QFile file(folder.filePath(u"flags/cn/cn.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("content") == 7);
}

void tst_ServeFaults::cleanup()
{
    if (m_program) {
        m_program->kill();
        m_program->waitForFinished();
        m_program.reset();
    }
}

void tst_ServeFaults::serve(const QStringList &arguments, rlim_t descriptors)
{
    static const QRegularExpression address(u"127\\.0\\.0\\.1:(\\d+)/flags"_s);
    m_port = 0;
    m_program
        = program(QStringList{u"--serve"_s, u"--port"_s, u"0"_s, u"--directory"_s, u"flags"_s} + arguments,
            m_folder->path());
    if (descriptors > 0) {
        m_program->setChildProcessModifier([descriptors] {
            const rlimit limit{.rlim_cur = descriptors, .rlim_max = descriptors};
            ::setrlimit(RLIMIT_NOFILE, &limit);
        });
    }
    m_program->start();
    if (waitFor(*m_program, QProcess::StandardOutput, "\n"))
        m_port = address.match(QString::fromUtf8(m_program->readLine())).captured(1).toUShort();
    QVERIFY(m_port != 0);
}

qint64 tst_ServeFaults::memory(const QByteArray &name) const
{
    QFile status(u"/proc/%1/status"_s.arg(m_program->processId()));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray start = name + ':';
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(start))
            return line.sliced(start.size()).chopped(3).trimmed().toLongLong(); // without " kB"
    }
    return -1;
}

bool tst_ServeFaults::answers() const
{
    return rawAnswer(m_port, closingRequest("GET", "/flags/cn/cn.txt")).endsWith("content");
}

void tst_ServeFaults::row107PipelinedWithDelaysAndRefusals()
{
    serve({u"--delay"_s, u"0-0.05"_s, u"--error-rate"_s, u"30%"_s});
    QByteArray requests;
    for (int i = 0; i < 200; ++i)
        requests
            += request(i % 2 == 0 ? "/flags/cn/cn.txt"_ba : QByteArray("/flags/xx/" + QByteArray::number(i)));
    const QByteArray answers = rawAnswer(m_port, requests + closingRequest("GET", "/nowhere"));

    QList<int> statuses;
    for (qsizetype at = 0; (at = answers.indexOf("HTTP/1.1 ", at)) >= 0; at += 9)
        statuses += answers.mid(at + 9, 3).toInt();
    QCOMPARE(statuses.size(), 201);
    int refused = 0;
    for (int i = 0; i < 200; ++i) {
        const int expected = i % 2 == 0 ? 200 : 404;
        QVERIFY2(statuses[i] == expected || statuses[i] == 418, qPrintable(QString::number(i)));
        refused += statuses[i] == 418 ? 1 : 0;
    }
    QVERIFY2(refused > 20 && refused < 120, qPrintable(QString::number(refused)));
}

void tst_ServeFaults::row107OutOfDescriptors_data()
{
    QTest::addColumn<int>("descriptors");
    for (const int descriptors : {20, 32, 40, 48})
        QTest::addRow("row 107 %d descriptors", descriptors) << descriptors;
}

void tst_ServeFaults::row107OutOfDescriptors()
{
    QFETCH(int, descriptors);
    if (keepsFreedMemory)
        QSKIP("The sanitizer needs descriptors, too");
    serve({}, rlim_t(descriptors));
    // As many as it can accept, and more that wait in the backlog.
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 60; ++i) {
        clients.push_back(connectedTo(m_port));
        QVERIFY(clients.back());
    }
    const QString folder = u"/proc/%1/fd"_s.arg(m_program->processId());
    const auto isOut
        = [&] { return QDir(folder).entryList(QDir::Files | QDir::System).size() >= descriptors - 1; };
    QTRY_VERIFY_WITH_TIMEOUT(isOut(), patience);
    clients.clear();
    // Until the server has read that they are gone, it may lack the descriptor of the file, too (503).
    QTRY_VERIFY_WITH_TIMEOUT(answers(), patience);
    QVERIFY(answers());
}

void tst_ServeFaults::row107ManyLongPaths_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("row 107 plain") << QStringList();
    QTest::newRow("row 107 with simulated faults")
        << QStringList{u"--delay"_s, u"0-0.001"_s, u"--error-rate"_s, u"1%"_s};
}

void tst_ServeFaults::row107ManyLongPaths()
{
    QFETCH(QStringList, arguments);
    serve(arguments);
    QVERIFY(answers() || !arguments.isEmpty());
    const qint64 before = memory("VmRSS");
    const auto client = connectedTo(m_port);
    QVERIFY(client);
    // 24 MB of paths if the server stored them.
    constexpr int requests = 6000;
    int sent = 0;
    int answered = 0;
    while (answered < requests) {
        // As many in flight as the server allows.
        for (; sent < requests && sent < answered + 60; ++sent)
            client->write(request("/flags/xx/" + QByteArray(4000, 'y') + QByteArray::number(sent)));
        QVERIFY(client->waitForReadyRead(patience));
        answered += int(client->readAll().count("HTTP/1.1 "));
    }
    const qint64 growth = memory("VmRSS") - before;
    if (before > 0 && !keepsFreedMemory)
        QVERIFY2(growth < 8192, qPrintable(u"%1 KiB"_s.arg(growth)));
}

void tst_ServeFaults::row107LargeBody()
{
    serve();
    QVERIFY(answers());
    const qint64 before = memory("VmHWM");
    const auto client = connectedTo(m_port);
    QVERIFY(client);
    client->write("POST /flags/cn/cn.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 400000000\r\n\r\n");
    const QByteArray block(1'000'000, 'z');
    QByteArray received;
    for (int i = 0; i < 400 && client->state() == QAbstractSocket::ConnectedState; ++i) {
        client->write(block);
        client->waitForBytesWritten(patience);
        received += client->readAll();
    }
    QVERIFY2(received.startsWith("HTTP/1.1 413 "), received.constData());
    const qint64 growth = memory("VmHWM") - before;
    if (before > 0 && !keepsFreedMemory)
        QVERIFY2(growth < 8192, qPrintable(u"%1 KiB"_s.arg(growth)));
    QVERIFY(answers());
}

void tst_ServeFaults::row107LargeHeader()
{
    serve();
    const QByteArray start = "GET /flags/cn/cn.txt HTTP/1.1\r\nHost: localhost\r\n";
    QVERIFY(rawAnswer(m_port, start + "X: " + QByteArray(1'000'000, 'x')).startsWith("HTTP/1.1 431 "));
    QVERIFY(rawAnswer(m_port, start + QByteArray("X: x\r\n").repeated(100'000)).startsWith("HTTP/1.1 431 "));
    QVERIFY(rawAnswer(m_port, "GET /" + QByteArray(1'000'000, 'x')).startsWith("HTTP/1.1 414 "));
    QVERIFY(answers());
}

void tst_ServeFaults::row107ForeignHost()
{
    serve();
    const QByteArray port = QByteArray::number(m_port);
    const auto answerTo = [this](const QByteArray &target, const QByteArray &host) {
        return rawAnswer(
            m_port, "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    };
    for (const QByteArray &own : QList<QByteArray>{"127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port})
        QVERIFY(answerTo("/flags/cn/cn.txt", own).endsWith("content"));
    for (const QByteArray &foreign :
        QList<QByteArray>{"evil.example:" + port, "evil.example", "127.0.0.2:" + port}) {
        const QByteArray answer = answerTo("/flags/cn/cn.txt", foreign);
        QVERIFY2(answer.startsWith("HTTP/1.1 421 "), answer.constData());
        QVERIFY(!answer.contains("content\n") && !answer.endsWith("content"));
    }
    QVERIFY(answerTo("http://evil.example/flags/cn/cn.txt", "localhost").startsWith("HTTP/1.1 421 "));
}

FLAGFETCH_TEST(tst_ServeFaults, Core)

#include "tst_servefaults.moc"
