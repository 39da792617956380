#pragma once

#include <QNetworkAccessManager>

/// A QNetworkAccessManager, with at most six connections to a host, that detects when its connections lose
/// synchronization: the next response on a connection may then belong to an earlier request. Owned by
/// TransferPool; lives on the thread of its requests.
///
/// Qt takes an interim response (1xx) for the final one. The final response then stays on the connection, and
/// the next request takes it for its own. Qt does not report which connection is affected. So none of them is
/// used again, and only responses whose header came earlier are trusted.
class ConnectionGroup final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    /// Whether a connection may hold bytes that no request is waiting for. Send no more requests then.
    [[nodiscard]] bool isDesynchronized() const { return m_firstDesynchronized != nullptr; }

    /// Whether the reply holds the response to its own request. Valid when its header arrives
    /// (QNetworkReply::metaDataChanged), or when it ends without a header.
    [[nodiscard]] bool canTrust(const QNetworkReply *reply) const
    {
        return !m_firstDesynchronized || m_firstDesynchronized == reply;
    }

protected:
    /// Watches the header of every reply, including those that the requester has dropped.
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &request, QIODevice *data) override;

private:
    void onHeader(const QNetworkReply *reply);

    const QNetworkReply *m_firstDesynchronized = nullptr; // only compared: the reply may be deleted
};
