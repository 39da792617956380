#pragma once

#include "app/tasks/latestjob.h"

#include <QList>
#include <QObject>
#include <QString>

class QDBusMessage;

/// A name for a connection of Qt to the bus that no other one has, for the GUI thread. Not one made of an
/// address: Qt keeps connections that failed, and returns them for the same name.
[[nodiscard]] QString newBusName();

/// Connects to the session bus with that name. Returns false if there is none. Waits for the answer of the
/// bus, so call it on a thread pool.
[[nodiscard]] bool connectToSessionBus(const QString &name);

/// Sends messages to the session bus of the desktop. Connects to it at the first message, on the global
/// thread pool, because a bus that does not answer blocks its caller. Nothing waits for replies. Without a
/// bus, all messages are dropped. Lives in the GUI thread.
class DesktopBus final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopBus(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DesktopBus)
    ~DesktopBus() override;

    void send(const QDBusMessage &message);

private:
    enum class State {
        Unused,
        Connecting,
        Connected,
        Absent,
    };

    void onConnected(bool isConnected);

    const QString m_name; // of the connection in this process
    State m_state = State::Unused;
    QList<QDBusMessage> m_waiting; // while connecting
    LatestJob<bool> m_connecting;
};
