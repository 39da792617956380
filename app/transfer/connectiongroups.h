#pragma once

#include "app/transfer/connectiongroup.h"
#include "app/transfer/transfersettings.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <vector>

/// Chooses the manager for each request. A QNetworkAccessManager has six HTTP/1.1 connections to a host and
/// queues all other requests, and a queued request can time out or fail together with another one. So six
/// slots share one manager. If the server speaks HTTP/2, a hundred slots share one connection.
///
/// The first request to an HTTPS server negotiates the version while the others wait. A server may end an
/// HTTP/2 connection at any time (GOAWAY, RFC 9113, 6.8), and Qt then leaves some replies unfinished forever.
/// So at the first sign of that, all requests of the connection are sent again. TransferPool owns this
/// object; it lives on the same thread.
class ConnectionGroups final : public QObject
{
    Q_OBJECT

public:
    using Group = std::shared_ptr<ConnectionGroup>;

    explicit ConnectionGroups(QObject *parent = nullptr);
    ~ConnectionGroups() override;
    Q_DISABLE_COPY_MOVE(ConnectionGroups)

    void setProxy(ProxyChoice choice, const QNetworkProxy &proxy);
    /// Uses HTTP/2 again with servers where the batch before gave it up. Closes connections that were idle.
    void beginBatch();

    /// Whether requests to this URL must wait until its server's version is known: half a second at most.
    [[nodiscard]] bool isNegotiating(const QUrl &url) const;
    /// Returns a group with a free connection, if `slot` has no other request in flight.
    [[nodiscard]] Group groupFor(const QUrl &url, int slot);
    /// Number of shared groups for HTTP/1.1 that exist. Each has a thread.
    [[nodiscard]] int countHttp1() const;
    /// Returns a new group for one request, with HTTP/1.1.
    [[nodiscard]] Group createDedicated();
    /// Call when the slot has no request in flight any more.
    void recordRelease(int slot);

    /// No further request gets this group.
    void retire(const Group &group);
    /// Call if an HTTP/2 connection has ended. Requests that are sent from now on get a new connection, with
    /// HTTP/1.1 if the old one has answered only few requests.
    void replaceLost(const Group &lost);
    /// Destroys the retired groups that are no longer in use, on the thread pool, because the destructor of a
    /// manager waits for its thread.
    void destroyRetired();

Q_SIGNALS:
    /// isNegotiating() may have changed.
    void negotiated();
    /// All requests in flight on this group must be sent again.
    void lost(const ConnectionGroup *group);

private:
    enum class Version {
        Unknown,
        Negotiating,
        Unanswered, ///< the negotiation failed or took too long; HTTP/1.1 is used meanwhile
        Http1,
        Http2,
        Http2Lost, ///< the server ends its HTTP/2 connections too often; HTTP/1.1 is used
    };

    struct Origin
    {
        Version version = Version::Unknown;
        int negotiatingSlot = -1;
        std::vector<Group> http2; // of streamsPerConnection slots each
    };

    [[nodiscard]] Group create(HttpVersions versions) const;
    [[nodiscard]] Group http1Group(int slot);
    [[nodiscard]] Group http2Group(const QUrl &key, int slot);
    void onNegotiated(const QUrl &key, bool speaksHttp2);
    void endNegotiations();
    void retireAll(std::vector<Group> &groups);

    ProxyChoice m_proxyChoice = ProxyChoice::System;
    QNetworkProxy m_proxy;
    std::vector<Group> m_http1; // of connectionsPerGroup slots each
    QHash<QUrl, Origin> m_origins; // by scheme, host and port
    std::vector<Group> m_retired;
    QTimer m_negotiationTimeout;
};
