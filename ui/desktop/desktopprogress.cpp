#include "ui/desktop/desktopprogress.h"

#include "app/downloads/summarytext.h"
#include "ui/desktop/desktopid.h"

#include <QApplication>
#include <QDBusMessage>
#include <QLocale>
#include <QVariantMap>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

// https://specifications.freedesktop.org/notification-spec
QDBusMessage notification(const QString &title, const QString &text)
{
    const QString service = u"org.freedesktop.Notifications"_s;
    QDBusMessage message
        = QDBusMessage::createMethodCall(service, u"/org/freedesktop/Notifications"_s, service, u"Notify"_s);
    constexpr uint replacesNone = 0;
    constexpr int usualTime = -1;
    const QVariantMap hints{{u"desktop-entry"_s, QString(desktopId)}};
    message << title << replacesNone << QString(desktopId) << title << text << QStringList() << hints
            << usualTime;
    return message;
}

// https://wiki.ubuntu.com/Unity/LauncherAPI; also understood by the docks of KDE and GNOME
QDBusMessage launcherUpdate(int percent)
{
    QDBusMessage message
        = QDBusMessage::createSignal(u"/flagfetch"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    message << QString(u"application://%1.desktop"_s.arg(desktopId))
            << QVariantMap{
                   {u"progress"_s, double(qMax(percent, 0)) / 100}, {u"progress-visible"_s, percent >= 0}};
    return message;
}

} // namespace

DesktopProgress::DesktopProgress(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    setTitle(tr("Flagfetch"));
}

void DesktopProgress::showRunning(const BatchProgress &progress)
{
    if (progress.total == 0) // still unknown
        return;
    const QLocale locale;
    setTitle(
        tr("%1 of %2 - Flagfetch").arg(locale.toString(progress.onDisk()), locale.toString(progress.total)));
    setLauncher(100 * progress.done() / progress.total);
}

void DesktopProgress::clear()
{
    setTitle(tr("Flagfetch"));
    setLauncher(-1);
}

void DesktopProgress::announceEnd(const BatchProgress &progress)
{
    const bool isClosing = !m_window.isVisible();
    if (!isClosing && QApplication::activeWindow() == nullptr)
        m_bus.send(notification(tr("Flagfetch"), summaryText(progress)));
}

void DesktopProgress::setTitle(const QString &title)
{
    if (m_window.windowTitle() != title)
        m_window.setWindowTitle(title);
}

void DesktopProgress::setLauncher(int percent)
{
    if (percent == m_percent)
        return;
    m_percent = percent;
    m_bus.send(launcherUpdate(percent));
}
