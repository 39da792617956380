#include "tests/faults/unreachableports.h"
#include "tests/support/samplepictures.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QRegularExpression>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// The real program with external servers.
class TestServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filesOfAPlainServerAreSavedByteByByte();
    void sourcesFileIsUsed();
    void silentServerTimesOut();
    void refusedConnectionIsAnError();
    void proxyIsUsedAndItsPasswordHidden();
    void unusableProxyVariableIsNamed_data();
    void unusableProxyVariableIsNamed();
    void passwordIsNeverShown();
    void waitsRequestedByTheServerArePrinted();
    void onlySvgNeedsTheRenderer_data();
    void onlySvgNeedsTheRenderer();

private:
    [[nodiscard]] QString out() const { return m_folder->filePath(u"out"_s); }
    [[nodiscard]] EndedRun headless(const QStringList &arguments) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// The http.server module of Python, serving a folder on a free port until destruction.
class PythonServer final
{
public:
    explicit PythonServer(const QString &folder)
    {
        m_process.start(u"python3"_s,
            {u"-u"_s, u"-m"_s, u"http.server"_s, u"0"_s, u"--bind"_s, u"127.0.0.1"_s, u"--directory"_s,
                folder});
        static const QRegularExpression announcement(u"port (\\d+) "_s);
        if (waitFor(m_process, QProcess::StandardOutput, "port"))
            m_port = announcement.match(QString::fromUtf8(m_process.readLine())).captured(1);
    }

    ~PythonServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    Q_DISABLE_COPY_MOVE(PythonServer)

    /// Empty if the server did not start.
    [[nodiscard]] QString port() const { return m_port; }

private:
    QProcess m_process;
    QString m_port;
};

} // namespace

void TestServers::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

EndedRun TestServers::headless(const QStringList &arguments) const
{
    return run(QStringList{u"--headless"_s, u"-o"_s, out()} + arguments, m_folder->path());
}

void TestServers::filesOfAPlainServerAreSavedByteByByte()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"web/flags"_s));
    QVERIFY(makeFlagFolder(QDir(m_folder->filePath(u"web/flags"_s)), {u"CN"_s, u"US"_s}));
    const PythonServer server(m_folder->filePath(u"web"_s));
    QVERIFY2(!server.port().isEmpty(), "python3 is needed");

    const EndedRun ended = headless(
        {u"--server"_s, u"http://127.0.0.1:%1/flags"_s.arg(server.port()), u"CN"_s, u"US"_s, u"XX"_s});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.output.contains("2 flags downloaded in "_L1), qPrintable(ended.output));
    QCOMPARE(ended.outputLines().last(), u"Not found: XX"_s);
    QCOMPARE(filesIn(out()), (QStringList{u"CN-Land_of_CN.gif"_s, u"US-Land_of_US.gif"_s}));
    for (const QString &code : {u"CN"_s, u"US"_s})
        QCOMPARE(readFile(u"%1/%2-Land_of_%2.gif"_s.arg(out(), code)), smallGif(code));
}

void TestServers::sourcesFileIsUsed()
{
    QVERIFY(makeFlagFolder(QDir(m_folder->path()), {u"CN"_s}));
    const PythonServer server(m_folder->path());
    QVERIFY2(!server.port().isEmpty(), "python3 is needed");
    const QByteArray sources = QByteArray(R"([{"id": "mine", "image": "http://127.0.0.1:%1/{cc}/{cc}.gif"}])")
                                   .replace("%1", server.port().toLatin1());
    const QString file = m_folder->filePath(u"sources.json"_s);
    QVERIFY(writeFile(file, sources));

    QCOMPARE(headless({u"--sources"_s, file, u"--server"_s, u"mine"_s, u"CN"_s}).status, 0);
    QCOMPARE(filesIn(out()), QStringList{u"CN-China.gif"_s});
}

void TestServers::silentServerTimesOut()
{
    QTcpServer silent; // the kernel accepts connections, and no response follows
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString address = u"http://127.0.0.1:%1/"_s.arg(silent.serverPort());
    const EndedRun ended = headless({u"--server"_s, address, u"--timeout"_s, u"0.2"_s, u"BR"_s});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.output.contains("Brazil: the server did not answer in time"_L1), qPrintable(ended.output));
}

void TestServers::refusedConnectionIsAnError()
{
    const ClosedPort closed;
    const QString address = u"http://127.0.0.1:%1/"_s.arg(closed.number());
    const EndedRun ended = headless({u"--server"_s, address, u"BR"_s});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.output.contains("he server refused the connection"_L1), qPrintable(ended.output));
    QCOMPARE(filesIn(out()), QStringList());
}

void TestServers::proxyIsUsedAndItsPasswordHidden()
{
    const ClosedPort closed;
    const QString proxy = u"http://me:secret@127.0.0.1:%1"_s.arg(closed.number());
    const EndedRun ended
        = headless({u"--server"_s, u"http://flags.invalid/"_s, u"--proxy"_s, proxy, u"BR"_s});
    QCOMPARE(ended.status, 1);
    QVERIFY(!ended.everything().contains("secret"_L1));
}

void TestServers::unusableProxyVariableIsNamed_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("reason");
    QTest::newRow("row 123 no address")
        << QByteArray("http://me:secret@[::1") << u"(http_proxy: it is no valid address)"_s;
    QTest::newRow("row 123 kind") << QByteArray("ftp://me:secret@x")
                                  << u"(http_proxy: proxies of the kind ftp are not supported)"_s;
    QTest::newRow("row 123 unknown host") << QByteArray("http://me:secret@proxy.invalid:8080")
                                          << u"(proxy proxy.invalid:8080: no host of this name was found)"_s;
}

void TestServers::unusableProxyVariableIsNamed()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, reason);
    qputenv("http_proxy", value);
    const auto unset = qScopeGuard([] { qunsetenv("http_proxy"); });

    const EndedRun ended = headless({u"--server"_s, u"http://flags.invalid/"_s, u"BR"_s});

    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.output.contains(u"the proxy cannot be used "_s + reason), qPrintable(ended.output));
    QVERIFY2(!ended.everything().contains("secret"_L1), qPrintable(ended.everything()));
}

void TestServers::passwordIsNeverShown()
{
    const PythonServer server(m_folder->path());
    QVERIFY2(!server.port().isEmpty(), "python3 is needed");
    const ClosedPort closed;
    for (const QString &port : {server.port(), QString::number(closed.number())}) {
        const QString address = u"http://me:secret@127.0.0.1:%1/"_s.arg(port);
        const EndedRun ended
            = headless({u"--server"_s, address, u"--json"_s, u"-v"_s, u"--log"_s, u"flagfetch.*"_s, u"BR"_s});
        QCOMPARE(ended.status, 1);
        QVERIFY2(!ended.everything().contains("secret"_L1), qPrintable(ended.everything()));
        QVERIFY2(ended.errors.contains("flagfetch.transfer: GET"_L1), qPrintable(ended.errors));
    }
}

void TestServers::waitsRequestedByTheServerArePrinted()
{
    const ScriptedServer server([](const ScriptedRequest &request) {
        if (request.hit == 1)
            return status(503, {"Retry-After: 1"});
        return ok(request.path.endsWith(".gif") ? gifPicture() : metadataNaming(u"Brazil"_s));
    });
    const EndedRun ended = headless({u"--verbose"_s, u"--server"_s, server.address(u"/"_s), u"BR"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.errorLines().size(), 2); // one line, although picture and metadata wait
    QCOMPARE(ended.errorLines().first(), u"BR  waiting 1 s because the server limits requests"_s);
}

void TestServers::onlySvgNeedsTheRenderer_data()
{
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<QString>("suffix"); // empty: not saved
    QTest::newRow("GIF") << gifPicture() << u"gif"_s;
    QTest::newRow("JPEG") << jpegPicture() << u"jpg"_s;
    QTest::newRow("PNG") << pngPicture() << u"png"_s;
    QTest::newRow("SVG") << svgPicture() << QString();
}

void TestServers::onlySvgNeedsTheRenderer()
{
    QFETCH(const QByteArray, picture);
    QFETCH(const QString, suffix);
    const ScriptedServer server([&](const ScriptedRequest &request) {
        return ok(request.path.endsWith(".gif") ? picture : metadataNaming(u"Brazil"_s));
    });
    const auto process
        = program({u"--headless"_s, u"-o"_s, out(), u"--server"_s, server.address(u"/"_s), u"BR"_s, u"CL"_s},
            m_folder->path());
    QProcessEnvironment environment = process->processEnvironment();
    environment.insert(u"FLAGFETCH_RENDER"_s, m_folder->filePath(u"missing"_s));
    process->setProcessEnvironment(environment);
    process->start();
    const EndedRun ended = endOf(*process);

    if (suffix.isEmpty()) {
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.output.contains("flagfetch-render"_L1), qPrintable(ended.everything()));
        QCOMPARE(filesIn(out()), QStringList());
    } else {
        QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
        QCOMPARE(filesIn(out()), (QStringList{u"BR-Brazil."_s + suffix, u"CL-Chile."_s + suffix}));
    }
}

FLAGFETCH_TEST(TestServers, Core)
#include "tst_servers.moc"
