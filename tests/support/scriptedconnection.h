#pragma once

#include "tests/support/script.h"

#include <QTimer>

#include <memory>

class QTcpSocket;
class ScriptedServer;

/// One connection to a ScriptedServer. Reads the head of a request, runs the script for it, and waits for the
/// next request. Lives on the server's thread and deletes itself when the connection ends.
class ScriptedConnection final : public QObject
{
    Q_OBJECT

public:
    /// Takes ownership of the socket. The server must outlive the connection.
    ScriptedConnection(QTcpSocket *socket, ScriptedServer &server, QObject *parent);
    ~ScriptedConnection() override;
    Q_DISABLE_COPY_MOVE(ScriptedConnection)

private:
    void read();
    void play();
    void onBytesWritten();
    void endScript();
    void dropConnection();
    void resetConnection();

    const std::unique_ptr<QTcpSocket> m_socket;
    ScriptedServer &m_server;
    int m_number = 0;
    QByteArray m_received;
    QList<ScriptStep> m_steps; // remaining
    QTimer m_wait;
    bool m_isPlaying = false;
    bool m_isFull = false; // more than the limit of bytes waits to be sent
};
