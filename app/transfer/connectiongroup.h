#pragma once

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QSet>
#include <QTimer>

#include <functional>
#include <vector>

/// The versions of HTTP that a ConnectionGroup offers to servers.
enum class HttpVersions {
    Http1, ///< HTTP/1.1 only, with at most six connections to a host
    Http2, ///< HTTP/2 over TLS if the server speaks it, with one connection to a host
};

/// A QNetworkAccessManager that detects when its connections can no longer be used. Owned by
/// ConnectionGroups; lives on the thread of its requests.
///
/// HTTP/1.1: the next response on a connection may belong to an earlier request. Qt takes an interim response
/// (1xx) for the final one. The final response then stays on the connection, and the next request takes it
/// for its own. Qt does not report which connection is affected. So none of them is used again, and only
/// responses whose header came earlier are trusted. In HTTP/2, responses have numbers and cannot be confused.
///
/// A server may also send a response that nothing asked for while a connection is idle, such as a 408 before
/// it closes the connection. Qt keeps that response too, so connections that were idle are not used again.
class ConnectionGroup final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit ConnectionGroup(HttpVersions versions, QObject *parent = nullptr);

    /// Whether a connection may hold bytes that no request is waiting for. Send no more requests then.
    [[nodiscard]] bool isDesynchronized() const { return m_firstDesynchronized != nullptr; }

    /// Whether fewer requests than connections were in flight for so long that a server may have sent
    /// something on the others. False before the first request, and with HTTP/2.
    [[nodiscard]] bool wasIdle() const;

    /// Whether the reply holds the response to its own request. Valid when its header arrives
    /// (QNetworkReply::metaDataChanged), or when it ends without a header.
    [[nodiscard]] bool canTrust(const QNetworkReply *reply) const
    {
        return !m_firstDesynchronized || m_firstDesynchronized == reply;
    }

    /// Calls `report` when a connection is opened for this reply, at most once for each. Call it when the
    /// reply is new, and for all replies of the group: see m_unconnected.
    void reportNewConnection(QNetworkReply *reply, const std::function<void()> &report);

    /// Whether the server has agreed to HTTP/2.
    [[nodiscard]] bool speaksHttp2() const { return m_speaksHttp2; }
    /// Number of responses whose header has arrived.
    [[nodiscard]] int responses() const { return m_responses; }

Q_SIGNALS:
    /// The first connection is encrypted, so the version is known. Only for HttpVersions::Http2, once.
    void negotiated(bool speaksHttp2);
    /// Qt does not send the waiting requests, although the HTTP/2 connection is idle: the server has
    /// announced the end of the connection (GOAWAY) after its last response. Qt keeps such requests forever.
    void stalled();

protected:
    /// Watches the header of every reply, including those that the requester has dropped.
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &request, QIODevice *data) override;

private:
    void watchIdleness(QNetworkReply *reply);
    void watchSending(QNetworkReply *reply);
    void checkSending();
    void onEncrypted(const QNetworkReply &reply);
    void onHeader(const QNetworkReply *reply);
    void onConnecting();
    void takeUnconnected(const QNetworkReply *reply);

    /// A reply whose request is not sent yet, and for which no connection was opened.
    struct Unconnected
    {
        const QNetworkReply *reply; // only compared
        std::function<void()> report;
    };

    const HttpVersions m_versions;
    bool m_isNegotiated = false;
    bool m_speaksHttp2 = false;
    int m_responses = 0;
    QSet<const QNetworkReply *> m_inFlight;
    qsizetype m_peak = 0; // of these: no more connections are open
    QElapsedTimer m_idle; // since fewer are in flight
    QSet<const QNetworkReply *> m_unsent; // HTTP/2 only; the requests that Qt has queued
    QSet<const QNetworkReply *> m_sent; // HTTP/2 only; without those that have ended
    /// In the order of the requests. Qt opens a connection whenever a request finds none that is free, but
    /// reports all of them (socketStartedConnecting) on the oldest request that waits. So each such signal
    /// belongs to the oldest reply here: every reply gets the connection that was opened because of it.
    std::vector<Unconnected> m_unconnected;
    QTimer m_stallTimer{this}; // a child, because the group is destroyed in another thread
    const QNetworkReply *m_firstDesynchronized = nullptr; // only compared: the reply may be deleted
};
