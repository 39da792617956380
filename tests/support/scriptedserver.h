#pragma once

#include "tests/support/script.h"

#include <QHostAddress>
#include <QMutex>
#include <QSslConfiguration>
#include <QString>
#include <QThread>

#include <functional>
#include <optional>

class QTcpServer;

struct ServerCounts
{
    int connections = 0;
    int inFlight = 0;
    int peak = 0; ///< the most that were ever in flight
    QList<QByteArray> paths; ///< of all requests, in the order of their arrival
};

/// An HTTP/1.1 server on the loopback address whose answers a test writes byte by byte. It runs on a thread
/// of its own, so it answers while the test blocks, and it can be destroyed at any moment. A request is in
/// flight from the end of its head to the end of its script or of its connection.
class ScriptedServer final
{
public:
    /// Called on the server's thread.
    using Handler = std::function<Script(const ScriptedRequest &)>;

    struct Manners
    {
        Handler handler;
        /// Before each answer. Answers within microseconds are a case of their own: QNetworkAccessManager
        /// then takes some that were cut for whole.
        std::chrono::milliseconds pause{2};
        QHostAddress host{QHostAddress::LocalHost};
        std::optional<QSslConfiguration> tls{}; ///< with a certificate and its key
    };

    explicit ScriptedServer(Manners faults);
    explicit ScriptedServer(const Handler &handler)
        : ScriptedServer(Manners{.handler = handler})
    {
    }
    ~ScriptedServer();
    Q_DISABLE_COPY_MOVE(ScriptedServer)

    /// "http://127.0.0.1:port" and the path; with other manners https, or another address.
    [[nodiscard]] QString address(const QString &path = {}) const;
    [[nodiscard]] quint16 port() const { return m_port; }

    /// What has happened until now.
    [[nodiscard]] ServerCounts counts() const;
    [[nodiscard]] int hits(const QByteArray &path) const { return int(counts().paths.count(path)); }

private:
    friend class ScriptedConnection;

    void listen();
    /// Calls `change` with the counts, on any thread.
    void count(const std::function<void(ServerCounts &)> &change);

    const Manners m_faults;
    mutable QMutex m_mutex; // of m_counts
    ServerCounts m_counts;
    QThread m_thread;
    QTcpServer *m_listener; // lives and dies on m_thread, with its connections
    quint16 m_port = 0;
};
