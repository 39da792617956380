#pragma once

#include <QNetworkAccessManager>

/// The connections of one QNetworkAccessManager, six to a host at most, and whether they are in step: whether
/// the next answer on each of them belongs to the next request. Lives on the thread of its requests.
///
/// Qt takes an interim answer (1xx) for the final one. The real answer then stays on the connection, where
/// the next request would take it for its own. Which of the connections that is cannot be seen from here, so
/// none of them is used again, and an answer is trusted only if its header came before that.
class ConnectionGroup final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    /// Whether a connection has bytes that no request of it waits for: send nothing more here.
    [[nodiscard]] bool isOutOfStep() const { return m_firstOutOfStep != nullptr; }

    /// Whether a reply of this manager has the answer to its own request. Valid at the moment when its header
    /// comes (QNetworkReply::metaDataChanged), or when it ends without one.
    [[nodiscard]] bool canTrust(const QNetworkReply *reply) const
    {
        return !m_firstOutOfStep || m_firstOutOfStep == reply;
    }

protected:
    /// Watches the header of every reply, also of those that the requester has dropped.
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &request, QIODevice *data) override;

private:
    void onHeader(const QNetworkReply *reply);

    const QNetworkReply *m_firstOutOfStep = nullptr; // only compared: the reply may be deleted
};
