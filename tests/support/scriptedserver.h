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
    int peak = 0; ///< highest value of inFlight
    QList<QByteArray> paths; ///< of all requests, in order of arrival
};

/// An HTTP/1.1 server on the loopback address whose responses a test defines byte by byte. It runs on a
/// separate thread, so it responds while the test blocks, and it can be destroyed at any time. A request is
/// in flight from the end of its head to the end of its script or of its connection.
class ScriptedServer final
{
public:
    /// Called on the server's thread.
    using Handler = std::function<Script(const ScriptedRequest &)>;

    struct Options
    {
        Handler handler;
        /// Before each response. Responses within microseconds are tested separately, because
        /// QNetworkAccessManager then accepts some truncated bodies as complete.
        std::chrono::milliseconds pause{2};
        QHostAddress host{QHostAddress::LocalHost};
        std::optional<QSslConfiguration> tls{}; ///< with certificate and private key
    };

    explicit ScriptedServer(Options options);
    explicit ScriptedServer(const Handler &handler)
        : ScriptedServer(Options{.handler = handler})
    {
    }
    ~ScriptedServer();
    Q_DISABLE_COPY_MOVE(ScriptedServer)

    /// "http://127.0.0.1:port" and the path; https or another host according to the options.
    [[nodiscard]] QString address(const QString &path = {}) const;
    [[nodiscard]] quint16 port() const { return m_port; }

    /// The counts so far.
    [[nodiscard]] ServerCounts counts() const;
    [[nodiscard]] int hits(const QByteArray &path) const { return int(counts().paths.count(path)); }

private:
    friend class ScriptedConnection;

    void listen();
    /// Calls `change` with the counts while they are locked. Thread-safe.
    void count(const std::function<void(ServerCounts &)> &change);

    const Options m_options;
    mutable QMutex m_mutex; // of m_counts
    ServerCounts m_counts;
    QThread m_thread;
    QTcpServer *m_listener; // belongs to m_thread, as do its connections
    quint16 m_port = 0;
};
