#pragma once

#include "app/failures/failure.h"
#include "app/transfer/redirectchain.h"
#include "app/transfer/requesttimings.h"
#include "app/transfer/requesttries.h"
#include "app/transfer/transferpool.h"
#include "app/transfer/validators.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

class QNetworkReply;
class QSslError;

/// How one GET ended: with a whole body, with the news that there is nothing new, or with a failure.
struct HttpOutcome
{
    std::optional<Failure> failure;
    QByteArray body; ///< empty if there is a failure, or it is not modified
    bool isNotModified = false; ///< the server still has what askIfChanged() named
    Validators validators = {}; ///< of the body
    int tries = 0;
    RequestTimings timings;
};

/// Fetches one URL: waits for a slot of the pool, keeps the deadline, follows redirects that are safe, passes
/// the answer through the acceptance gate and tries again what may pass, all as the pool's settings say. Ends
/// exactly once, with finished(); destroying it cancels it without a signal. User name and password of the
/// URL go to its own host alone.
class HttpGet final : public QObject
{
    Q_OBJECT

public:
    HttpGet(TransferPool &pool, const QUrl &url, qint64 maximalBytes, QObject *parent = nullptr);
    ~HttpGet() override;
    Q_DISABLE_COPY_MOVE(HttpGet)

    /// Before start(): the body is wanted only if it is another than the one that came with these.
    void askIfChanged(const Validators &known) { m_known = known; }

    void start();

    /// Nobody wants the outcome any more, but the connection is worth keeping: what is in flight ends
    /// unheard, nothing is tried again, and the object deletes itself.
    void abandon();

Q_SIGNALS:
    /// The first try has a slot and goes out.
    void started();
    /// The server asked to be left alone for so long; the next try comes after that.
    void retryScheduled(std::chrono::milliseconds duration);
    /// Last: the object may be deleted in a slot that is connected to it with deleteLater().
    void finished(const HttpOutcome &outcome);

private:
    struct DeleteUnheard
    {
        QObject *receiver; // of the reply's signals, to be told nothing more
        void operator()(QNetworkReply *reply) const;
    };

    void wait();
    void beginTry(TransferSlot slot);
    void send(const QUrl &url);
    void sendAgainAlone();
    void onHeader();
    void onBytes();
    void onSslErrors(const QList<QSslError> &errors);
    void onReplyFinished();
    void succeed(HttpOutcome outcome);
    void follow();
    void onDeadline();
    void endTry(const Failure &failure);
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayAskedFor() const;
    void finish(HttpOutcome outcome);

    TransferPool &m_pool;
    const QUrl m_url; // without user name and password
    QByteArray m_authorization;
    Validators m_known;
    const qint64 m_maximalBytes;

    TransferSlot m_slot;
    std::unique_ptr<QNetworkReply, DeleteUnheard> m_reply{nullptr, {this}};
    QTimer m_deadline;
    QTimer m_pauseBeforeTry;
    QTimer m_bodyOfRedirect; // the time that it has to come
    RedirectChain m_redirects; // of this try
    RequestTries m_tries;
    bool m_hasStarted = false;
    bool m_isAbandoned = false;
    bool m_needsOwnManager = false; // after what may have been the trouble of another request
    RequestTimings m_timings;
};
