#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// `--serve` of the real program, with curl as client.
class TestServe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void builtInFlagsAreServed();
    void folderIsServedUnchanged();
    void nothingOutsideTheFolderIsServed_data();
    void nothingOutsideTheFolderIsServed();
    void delayIsApplied();
    void sameSeedRefusesTheSameRequests();
    void programDownloadsFromItself();
    void errorNamesTheBusyPort();
    void interruptionEndsNormally();

private:
    /// Starts `--serve --port 0` with more arguments. Returns the base address; empty if it did not start.
    [[nodiscard]] QString serve(const QStringList &arguments = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_serving;
};

namespace {

/// The output of curl, which sends the path of `address` unchanged, including dots.
QByteArray curl(const QString &address, const QStringList &options = {})
{
    QProcess process;
    process.start(u"curl"_s,
        QStringList{u"--silent"_s, u"--path-as-is"_s, u"--noproxy"_s, u"*"_s} + options
            + QStringList{address});
    return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray("curl is needed");
}

QByteArray statusOf(const QString &address)
{
    return curl(address, {u"--output"_s, u"/dev/null"_s, u"--write-out"_s, u"%{http_code}"_s});
}

} // namespace

void TestServe::init()
{
    if (m_serving) {
        m_serving->kill();
        m_serving->waitForFinished();
        m_serving.reset();
    }
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestServe::serve(const QStringList &arguments)
{
    static const QRegularExpression address(u"http://127\\.0\\.0\\.1:\\d+/flags"_s);
    init();
    m_serving = program(QStringList{u"--serve"_s, u"--port"_s, u"0"_s} + arguments, m_folder->path());
    m_serving->start();
    if (!waitFor(*m_serving, QProcess::StandardOutput, "\n"))
        return {};
    return address.match(QString::fromUtf8(m_serving->readLine())).captured();
}

void TestServe::builtInFlagsAreServed()
{
    const QString base = serve();
    QVERIFY(!base.isEmpty());
    QVERIFY(curl(base + u"/br/br.svg"_s).contains("<svg"));
    QVERIFY(curl(base + u"/br/metadata.json"_s).contains(R"("country":"Brazil")"));
    QCOMPARE(
        curl(base + u"/br/br.svg"_s, {u"--output"_s, u"/dev/null"_s, u"--write-out"_s, u"%{content_type}"_s}),
        QByteArray("image/svg+xml"));
    for (const QString &path :
        {u"/xx/xx.svg"_s, u"/br/br.gif"_s, u"/br"_s, u"/br/../../etc/passwd"_s, QString()})
        QCOMPARE(statusOf(base + path), "404");
}

void TestServe::folderIsServedUnchanged()
{
    // serve() calls init(), which creates another folder.
    const QTemporaryDir flags;
    QVERIFY(makeFlagFolder(QDir(flags.path()), {u"BR"_s}));
    const QString base = serve({u"--directory"_s, flags.path()});
    QVERIFY(!base.isEmpty());
    QCOMPARE(curl(base + u"/br/br.gif"_s), smallGif(u"BR"_s));
    QCOMPARE(curl(base + u"/br/metadata.json"_s), readFile(flags.filePath(u"br/metadata.json"_s)));
    QCOMPARE(statusOf(base + u"/de/de.gif"_s), "404");
}

void TestServe::nothingOutsideTheFolderIsServed_data()
{
    QTest::addColumn<QString>("path");

    for (const QString &path :
        {u"/br/../secret"_s, u"/../secret"_s, u"/br/../../secret"_s, u"/br/..%2f..%2fsecret"_s,
            u"/br%2f..%2f../secret"_s, u"/../../secret"_s, u"/%2e%2e/secret"_s, u"/./../secret"_s,
            u"/br/link.gif"_s, u"/linked/secret"_s, u"/br/.hidden"_s, u"/br//secret"_s, u"/br/br.gif%00"_s})
        QTest::newRow(qPrintable(path)) << path;
}

void TestServe::nothingOutsideTheFolderIsServed()
{
    QFETCH(const QString, path);

    const QTemporaryDir outside;
    const QString secret = outside.filePath(u"secret"_s);
    const QString inside = outside.filePath(u"flags"_s);
    QVERIFY(writeFile(secret, "secret") && QDir().mkpath(inside) && makeFlagFolder(QDir(inside), {u"BR"_s}));
    QVERIFY(writeFile(inside + u"/br/.hidden"_s, "secret"));
    QVERIFY(QFile::link(secret, inside + u"/br/link.gif"_s)
        && QFile::link(outside.path(), inside + u"/linked"_s));

    const QString base = serve({u"--directory"_s, inside});
    QVERIFY(!base.isEmpty());
    QCOMPARE(statusOf(base + path), "404");
    QVERIFY(!curl(base + path).contains("secret"));
    QCOMPARE(statusOf(base + u"/br/br.gif"_s), "200");
}

void TestServe::delayIsApplied()
{
    const QString base = serve({u"--delay"_s, u"0.3-0.4"_s});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(statusOf(base + u"/br/br.svg"_s), "200");
    QVERIFY(timer.elapsed() >= 300);
}

void TestServe::sameSeedRefusesTheSameRequests()
{
    QList<QByteArray> statuses;
    for (const QString &seed : {u"1"_s, u"1"_s, u"4"_s}) {
        const QString base = serve({u"--error-rate"_s, u"50%"_s, u"--seed"_s, seed});
        statuses.append(curl(base + u"/{br,cn,de,eg,fr,jp}/metadata.json"_s,
            {u"--output"_s, m_folder->filePath(u"#1"_s), u"--write-out"_s, u"%{http_code} "_s}));
    }
    QVERIFY2(statuses[0].contains("418") && statuses[0].contains("200"), statuses[0].constData());
    QCOMPARE(statuses[0], statuses[1]);
    QVERIFY(statuses[0] != statuses[2]);
}

void TestServe::programDownloadsFromItself()
{
    const QTemporaryDir flags;
    QVERIFY(makeFlagFolder(QDir(flags.path()), {u"BR"_s, u"CN"_s}));
    const QString base = serve({u"--directory"_s, flags.path()});
    const EndedRun ended
        = run({u"--headless"_s, u"-o"_s, u"out"_s, u"-s"_s, base, u"BR"_s, u"CN"_s}, m_folder->path());
    QCOMPARE(ended.status, 0);
    QCOMPARE(readFile(m_folder->filePath(u"out/BR-Land_of_BR.gif"_s)), smallGif(u"BR"_s));
}

void TestServe::errorNamesTheBusyPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());
    const EndedRun ended = run({u"--serve"_s, u"--port"_s, port}, m_folder->path());
    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.errorLines().size(), 1);
    QVERIFY2(
        ended.errors.startsWith("flagfetch: "_L1) && ended.errors.contains(port), qPrintable(ended.errors));
}

void TestServe::interruptionEndsNormally()
{
    const QString base = serve({u"--delay"_s, u"30"_s});
    QVERIFY(!base.isEmpty());
    QProcess waiting;
    waiting.start(u"curl"_s, {u"--silent"_s, base + u"/br/br.svg"_s});
    QVERIFY(waiting.waitForStarted());
    QElapsedTimer timer;
    timer.start();
    kill(static_cast<pid_t>(m_serving->processId()), SIGINT);
    QCOMPARE(endOf(*m_serving).status, 0);
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(waiting.waitForFinished());
}

FLAGFETCH_TEST(TestServe, Core)
#include "tst_serve.moc"
