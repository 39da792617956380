#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/desktop/desktopprogress.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QElapsedTimer>
#include <QLocalServer>
#include <QProcess>
#include <QSignalSpy>
#include <QThreadPool>

#include <sys/prctl.h>

#include <csignal>

using namespace std::chrono_literals;

/// Stands for the desktop: shows notifications, and progress on its launcher. Qt finds the slots by their
/// names.
class Desktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList notifications;
    QStringList senders; ///< the icon and the desktop entry of each notification
    QList<QVariantMap> updates;
    QStringList launchers;

public Q_SLOTS:
    // NOLINTNEXTLINE(readability-identifier-naming)
    uint Notify(const QString &, uint, const QString &icon, const QString &summary, const QString &body,
        const QStringList &, const QVariantMap &hints, int)
    {
        notifications.append(summary + u": "_s + body);
        senders.append({icon, hints.value(u"desktop-entry"_s).toString()});
        return 1;
    }

public:
    Q_SLOT void update(const QString &launcher, const QVariantMap &properties)
    {
        launchers.append(launcher);
        updates.append(properties);
    }
};

class TestDesktopProgress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void titleShowsProgress();
    void showsProgressOnLauncher();
    void notifiesIfWindowIsNotActive();
    void doesNotNotifyActiveWindow();
    void absentBusDoesNoHarm();
    void silentBusDoesNotBlock();

private:
    [[nodiscard]] bool startBus();

    std::unique_ptr<WindowFolders> m_home;
    QProcess m_bus;
    Desktop m_desktop;
    const QByteArray m_usualAddress = qgetenv("DBUS_SESSION_BUS_ADDRESS");
};

namespace {

const QString clientName = u"desktop"_s; // of the connection of the test

BatchProgress someProgress(int saved)
{
    BatchProgress progress;
    progress.total = 20;
    progress.saved = saved;
    return progress;
}

} // namespace

void TestDesktopProgress::initTestCase()
{
    installTranslation(*qApp);
}

void TestDesktopProgress::init()
{
    m_home = std::make_unique<WindowFolders>();
    m_desktop.notifications.clear();
    m_desktop.updates.clear();
}

void TestDesktopProgress::cleanup()
{
    QDBusConnection::disconnectFromBus(clientName);
    if (m_bus.state() != QProcess::NotRunning) {
        m_bus.terminate();
        m_bus.waitForFinished();
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_usualAddress);
}

/// Starts a private bus with a desktop. Returns false if there is no dbus-daemon.
bool TestDesktopProgress::startBus()
{
    m_bus.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // also if this test is killed
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead())
        return false;
    const QString address = QString::fromUtf8(m_bus.readLine()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8());
    QDBusConnection bus = QDBusConnection::connectToBus(address, clientName);
    return bus.registerService(u"org.freedesktop.Notifications"_s)
        && bus.registerObject(
            u"/org/freedesktop/Notifications"_s, &m_desktop, QDBusConnection::ExportAllSlots)
        && bus.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, &m_desktop,
            // clang-format off
            SLOT(update(QString,QVariantMap))); // a string, which must not contain spaces
    // clang-format on
}

void TestDesktopProgress::titleShowsProgress()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}, u"builtin-slow"_s), verySlow());
    QCOMPARE(session.window.windowTitle(), u"Flagfetch"_s);
    session.press();
    QTRY_COMPARE(session.window.windowTitle(), u"0 of 2 - Flagfetch"_s);
    session.press(); // Cancel
    QTRY_COMPARE(session.window.windowTitle(), u"Flagfetch"_s);
}

void TestDesktopProgress::showsProgressOnLauncher()
{
    if (!startBus())
        QSKIP("dbus-daemon is not installed");
    QWidget window;
    DesktopProgress progress(window);
    progress.showRunning(someProgress(5));
    progress.showRunning(someProgress(5)); // nothing new
    progress.showRunning(someProgress(10));
    progress.clear();
    QTRY_COMPARE(m_desktop.updates.size(), 3);
    QCOMPARE(m_desktop.launchers.first(), u"application://io.github.flagfetch.Flagfetch.desktop"_s);
    QCOMPARE(m_desktop.updates[0].value(u"progress"_s).toDouble(), 0.25);
    QCOMPARE(m_desktop.updates[0].value(u"progress-visible"_s).toBool(), true);
    QCOMPARE(m_desktop.updates[1].value(u"progress"_s).toDouble(), 0.5);
    QCOMPARE(m_desktop.updates[2].value(u"progress-visible"_s).toBool(), false);
}

void TestDesktopProgress::notifiesIfWindowIsNotActive()
{
    if (!startBus())
        QSKIP("dbus-daemon is not installed");
    QWidget window(nullptr, Qt::ToolTip); // never becomes active
    DesktopProgress progress(window);
    progress.announceEnd(someProgress(20)); // the window is closed: the program ends
    window.show();
    QTRY_VERIFY(QApplication::activeWindow() == nullptr);
    progress.announceEnd(someProgress(18));
    QTRY_COMPARE(m_desktop.notifications.size(), 1);
    QVERIFY2(m_desktop.notifications.first().startsWith(u"Flagfetch: 18 flags downloaded in "_s),
        qPrintable(m_desktop.notifications.first()));
    const QString id = u"io.github.flagfetch.Flagfetch"_s;
    QCOMPARE(m_desktop.senders, QStringList({id, id}));
}

void TestDesktopProgress::doesNotNotifyActiveWindow()
{
    if (!startBus())
        QSKIP("dbus-daemon is not installed");
    const WindowSession session(m_home->options({u"BR"_s}));
    const QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QTRY_VERIFY(
        !m_desktop.updates.isEmpty() && !m_desktop.updates.last().value(u"progress-visible"_s).toBool());
    QCOMPARE(m_desktop.notifications, QStringList()); // the bus keeps the order of messages
}

void TestDesktopProgress::absentBusDoesNoHarm()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray("unix:path=" + m_home->path(u"nothing"_s).toUtf8()));
    QWidget window;
    DesktopProgress progress(window);
    progress.showRunning(someProgress(5));
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    progress.clear();
    QCOMPARE(window.windowTitle(), u"Flagfetch"_s);
}

void TestDesktopProgress::silentBusDoesNotBlock()
{
    {
        QLocalServer silent; // accepts the connection and never answers
        QVERIFY(silent.listen(m_home->path(u"bus"_s)));
        qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray("unix:path=" + silent.fullServerName().toUtf8()));
        QWidget window;
        DesktopProgress progress(window);
        QElapsedTimer time;
        time.start();
        progress.showRunning(someProgress(5));
        progress.clear();
        QVERIFY2(time.elapsed() < 100, qPrintable(QString::number(time.elapsed())));
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 10'000);
    }
    QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000)); // the end of the server ends the attempt
}

FLAGFETCH_TEST(TestDesktopProgress, Widgets)
#include "tst_desktopprogress.moc"
