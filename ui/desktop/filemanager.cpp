#include "ui/desktop/filemanager.h"

#include "ui/desktop/desktopbus.h"
#include "ui/desktop/openurl.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestAnswer = 5000; // ms; the bus may have to start the file manager first

} // namespace

FileManager::FileManager(QObject *parent)
    : QObject(parent)
    , m_name(newBusName())
    , m_connecting([this](bool isConnected) { onConnected(isConnected); })
{
}

FileManager::~FileManager()
{
    if (m_state == State::Connected)
        QDBusConnection::disconnectFromBus(m_name);
}

void FileManager::show(const QString &path)
{
    switch (m_state) {
    case State::Absent:
        return openFolderOf(path);
    case State::Connected:
        return requestItem(path);
    case State::Connecting:
        m_waiting.append(path);
        return;
    case State::Unused:
        m_waiting.append(path);
        m_state = State::Connecting;
        m_connecting.start(
            *QThreadPool::globalInstance(), [name = m_name] { return connectToSessionBus(name); });
        return;
    }
    Q_UNREACHABLE();
}

void FileManager::onConnected(bool isConnected)
{
    m_state = isConnected ? State::Connected : State::Absent;
    const QStringList waiting = std::exchange(m_waiting, {});
    for (const QString &path : waiting)
        show(path);
}

void FileManager::requestItem(const QString &path)
{
    QDBusMessage request = QDBusMessage::createMethodCall(u"org.freedesktop.FileManager1"_s,
        u"/org/freedesktop/FileManager1"_s, u"org.freedesktop.FileManager1"_s, u"ShowItems"_s);
    request << QStringList{QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)} << QString();
    auto *call = new QDBusPendingCallWatcher(QDBusConnection(m_name).asyncCall(request, longestAnswer), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call, path] {
        call->deleteLater();
        if (call->isError())
            openFolderOf(path);
    });
}

void FileManager::openFolderOf(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    openOnDesktop(QUrl::fromLocalFile(folder), *this, [this, folder] {
        Q_EMIT error(tr("No program can show the folder %1. Install a file manager and try again.")
                         .arg(QDir::toNativeSeparators(folder)));
    });
}
