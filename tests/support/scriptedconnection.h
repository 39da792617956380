#pragma once

#include "tests/support/script.h"

#include <QTimer>

#include <memory>

class QTcpSocket;
class ScriptedServer;

/// One connection to a ScriptedServer, on the server's thread: reads a request's head, plays the script for
/// it, and waits for the next request. Deletes itself when the connection ends.
class ScriptedConnection final : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket over. The server outlives the connection.
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
    QList<ScriptStep> m_steps; // that are still to be played
    QTimer m_wait;
    bool m_isPlaying = false;
    bool m_isFull = false; // of bytes that the client has not taken yet
};
