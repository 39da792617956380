#include "ui/desktop/desktopbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// Empty if there is no bus: libdbus would start one.
QString busAddress()
{
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString socket = folder + u"/bus"_s;
    const bool isSocketKnown = !folder.isEmpty() && QFile::exists(socket);
    return !address.isEmpty() || !isSocketKnown ? address : u"unix:path="_s + socket;
}

} // namespace

QString newBusName()
{
    static int number = 0;
    return u"flagfetch-%1"_s.arg(++number);
}

bool connectToSessionBus(const QString &name)
{
    const QString address = busAddress();
    return !address.isEmpty() && QDBusConnection::connectToBus(address, name).isConnected();
}

DesktopBus::DesktopBus(QObject *parent)
    : QObject(parent)
    , m_name(newBusName())
    , m_connecting([this](bool isConnected) { onConnected(isConnected); })
{
}

DesktopBus::~DesktopBus()
{
    if (m_state == State::Connected)
        QDBusConnection::disconnectFromBus(m_name);
}

void DesktopBus::send(const QDBusMessage &message)
{
    switch (m_state) {
    case State::Absent:
        return;
    case State::Connected:
        QDBusConnection(m_name).send(message); // the thread of the connection writes it
        return;
    case State::Connecting:
        m_waiting.append(message);
        return;
    case State::Unused:
        m_waiting.append(message);
        m_state = State::Connecting;
        m_connecting.start(
            *QThreadPool::globalInstance(), [name = m_name] { return connectToSessionBus(name); });
    }
}

void DesktopBus::onConnected(bool isConnected)
{
    m_state = isConnected ? State::Connected : State::Absent;
    const QList<QDBusMessage> waiting = std::exchange(m_waiting, {});
    for (const QDBusMessage &message : waiting)
        send(message);
}
