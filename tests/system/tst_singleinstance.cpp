#include "tests/support/testprogram.h"
#include "tests/system/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <csignal>

using namespace Qt::StringLiterals;

/// A second start of the program brings the window forward that is open already.
class TestSingleInstance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void secondStartIsTaken_data();
    void secondStartIsTaken();
    void codesAreTicked();
    void anotherFolderOpensAnotherWindow();
    void otherOptionsOpenAnotherWindow();
    void otherSettingsOpenAnotherWindow();
    void startsAtTheSameTimeOpenOneWindow();
    void killedWindowIsReplaced();
    void fourStartsAtTheSameTimeOpenOneWindow();
    void terminalIsNotAffected();

private:
    using Process = std::unique_ptr<QProcess>;

    /// Starts the program with a window. `home` has the settings.
    [[nodiscard]] Process started(const QStringList &arguments, const QString &home) const;
    [[nodiscard]] Process started(const QStringList &arguments) const { return started(arguments, m_home); }
    /// The same, and waits until the window answers other starts.
    [[nodiscard]] Process firstWindow(const QStringList &arguments);
    [[nodiscard]] QStringList sockets() const;
    [[nodiscard]] QVariant stored(const QString &key, const QString &home) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_home;
    QString m_runtime; // empty: XDG_RUNTIME_DIR is not set
    Process m_first;
};

namespace {

const QString broughtForward
    = u"flagfetch: the window was open already and has been brought to the front\n"_s;

/// Whether the process has its window: it handles SIGTERM as soon as the window is open and answers others.
bool hasWindow(const QProcess &process)
{
    // Before it becomes the program, the process is a copy of this test, which handles SIGTERM too.
    const QFileInfo running(u"/proc/%1/exe"_s.arg(process.processId()));
    if (running.canonicalFilePath() != QFileInfo(process.program()).canonicalFilePath())
        return false;
    QFile status(u"/proc/%1/status"_s.arg(process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    static const QRegularExpression caught(u"\\nSigCgt:\\s*([0-9a-f]+)"_s);
    const QString mask = caught.match(QString::fromLatin1(status.readAll())).captured(1);
    return (mask.toULongLong(nullptr, 16) & (1ULL << (SIGTERM - 1))) != 0;
}

/// Ends a window as a session does. Returns its exit status.
int closed(QProcess &window)
{
    if (window.state() == QProcess::NotRunning) // without a process, kill() would end the test
        return -1;
    kill(static_cast<pid_t>(window.processId()), SIGTERM);
    return endOf(window).status;
}

} // namespace

void TestSingleInstance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_home = path(u"home"_s);
    m_runtime = path(u"run"_s);
    QVERIFY(QDir().mkpath(m_home) && QDir().mkpath(m_runtime));
    QVERIFY(QFile::setPermissions(m_runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestSingleInstance::cleanup()
{
    if (m_first && m_first->state() != QProcess::NotRunning)
        closed(*m_first);
    m_first.reset();
}

TestSingleInstance::Process TestSingleInstance::started(
    const QStringList &arguments, const QString &home) const
{
    Process process = program(arguments, home);
    QProcessEnvironment environment = process->processEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"HOME"_s, home);
    if (m_runtime.isEmpty())
        environment.remove(u"XDG_RUNTIME_DIR"_s);
    else
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime);
    process->setProcessEnvironment(environment);
    process->start();
    return process;
}

QStringList TestSingleInstance::sockets() const
{
    const QDir folder(m_runtime.isEmpty() ? m_home + u"/.config/flagfetch"_s : m_runtime);
    return folder.entryList({u"flagfetch-*"_s}, QDir::System);
}

TestSingleInstance::Process TestSingleInstance::firstWindow(const QStringList &arguments)
{
    Process window = started(arguments);
    if (!QTest::qWaitFor([&window] { return hasWindow(*window); }, 20'000))
        qWarning("No window was opened");
    return window;
}

QVariant TestSingleInstance::stored(const QString &key, const QString &home) const
{
    return QSettings(home + u"/.config/flagfetch/flagfetch.conf"_s, QSettings::IniFormat).value(key);
}

void TestSingleInstance::secondStartIsTaken_data()
{
    QTest::addColumn<bool>("hasRuntimeFolder");
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("no folder") << true << QStringList();
    QTest::newRow("same folder") << true << QStringList{u"-o"_s, u"flags"_s};
    QTest::newRow("no runtime folder") << false << QStringList();
}

void TestSingleInstance::secondStartIsTaken()
{
    QFETCH(const bool, hasRuntimeFolder);
    QFETCH(const QStringList, arguments);

    if (!hasRuntimeFolder)
        m_runtime.clear();
    m_first = firstWindow({u"-o"_s, u"flags"_s});
    const EndedRun second = endOf(*started(arguments));
    QCOMPARE(second.status, 0);
    QCOMPARE(second.errors, broughtForward);
    QCOMPARE(m_first->state(), QProcess::Running);
    QCOMPARE(closed(*m_first), 128 + SIGTERM);
    QCOMPARE(sockets(), QStringList());
}

void TestSingleInstance::codesAreTicked()
{
    m_first = firstWindow({u"BR"_s});
    QCOMPARE(endOf(*started({u"FR"_s, u"china"_s})).errors, broughtForward);
    const auto ticked = [this] { return stored(u"download/ticked"_s, m_home).toStringList(); };
    QTRY_COMPARE_WITH_TIMEOUT(ticked(), (QStringList{u"BR"_s, u"CN"_s, u"FR"_s}), 10'000);
}

void TestSingleInstance::anotherFolderOpensAnotherWindow()
{
    m_first = firstWindow({u"-o"_s, u"flags"_s});
    const Process second = started({u"-o"_s, u"others"_s});
    QTRY_VERIFY_WITH_TIMEOUT(hasWindow(*second), 20'000);
    QCOMPARE(closed(*second), 128 + SIGTERM);
    QCOMPARE(sockets().size(), 1); // the first window still answers
    QCOMPARE(endOf(*started({})).errors, broughtForward);
}

void TestSingleInstance::otherOptionsOpenAnotherWindow()
{
    m_first = firstWindow({u"-o"_s, u"flags"_s});
    const Process second = started({u"-o"_s, u"flags"_s, u"--timeout"_s, u"3"_s});
    QTRY_VERIFY_WITH_TIMEOUT(hasWindow(*second), 20'000);
    QCOMPARE(closed(*second), 128 + SIGTERM);
}

void TestSingleInstance::otherSettingsOpenAnotherWindow()
{
    m_first = firstWindow({});
    const QString other = path(u"other"_s);
    QVERIFY(QDir().mkpath(other));
    const Process second = started({u"-o"_s, u"flags"_s}, other);
    QTRY_VERIFY_WITH_TIMEOUT(hasWindow(*second), 20'000);
    QCOMPARE(sockets().size(), 2);
    QCOMPARE(closed(*second), 128 + SIGTERM);
}

// Regression: none of them found a window that was open already, and each opened one.
void TestSingleInstance::startsAtTheSameTimeOpenOneWindow()
{
    Process one = started({u"-o"_s, u"flags"_s});
    Process other = started({u"-o"_s, u"flags"_s});
    const auto hasEnded = [](const Process &process) { return process->state() == QProcess::NotRunning; };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(one) || hasEnded(other), 20'000);
    if (hasEnded(one))
        std::swap(one, other);
    m_first = std::move(one);
    QCOMPARE(other->exitStatus(), QProcess::NormalExit);
    QCOMPARE(other->exitCode(), 0);
    QCOMPARE(QString::fromUtf8(other->readAllStandardError()), broughtForward);
    QTRY_VERIFY_WITH_TIMEOUT(hasWindow(*m_first), 20'000);
    QCOMPARE(endOf(*started({})).errors, broughtForward);
}

void TestSingleInstance::killedWindowIsReplaced()
{
    m_first = firstWindow({});
    m_first->kill();
    QVERIFY(m_first->waitForFinished());
    QCOMPARE(sockets().size(), 1); // nothing answers there

    m_first = started({u"-o"_s, u"flags"_s});
    QTRY_VERIFY_WITH_TIMEOUT(hasWindow(*m_first), 20'000);
    QCOMPARE(endOf(*started({})).errors, broughtForward);
}

void TestSingleInstance::fourStartsAtTheSameTimeOpenOneWindow()
{
    std::array<Process, 4> starts;
    for (Process &start : starts)
        start = started({});
    const auto areOpen = [](const Process &start) { return start->state() != QProcess::NotRunning; };
    QTRY_COMPARE_WITH_TIMEOUT(std::ranges::count_if(starts, areOpen), 1, 30'000);
    const auto open = std::ranges::find_if(starts, areOpen);
    QTRY_VERIFY_WITH_TIMEOUT(hasWindow(**open), 20'000);
    QCOMPARE(closed(**open), 128 + SIGTERM);
    QCOMPARE(sockets(), QStringList());
}

void TestSingleInstance::terminalIsNotAffected()
{
    m_first = firstWindow({u"-o"_s, u"flags"_s});
    const EndedRun headless = endOf(*started({u"--headless"_s, u"-o"_s, u"out"_s, u"BR"_s}));
    QCOMPARE(headless.status, 0);
    QVERIFY2(headless.output.startsWith("1 flag downloaded"_L1), qPrintable(headless.output));
    const EndedRun list = endOf(*started({u"--list-countries"_s}));
    QVERIFY(list.outputLines().size() > 200);
    QCOMPARE(list.errors, QString());
}

FLAGFETCH_TEST(TestSingleInstance, Core)
#include "tst_singleinstance.moc"
