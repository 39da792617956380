#pragma once

#include "app/failures/failure.h"
#include "app/timeline/recordedrequest.h"
#include "app/transfer/contentcoding.h"
#include "app/transfer/httpmessages.h"
#include "app/transfer/redirectchain.h"
#include "app/transfer/requesttries.h"
#include "app/transfer/throttle.h"
#include "app/transfer/transferpool.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

class QSslError;

/// The result of one GET: a complete body, "not modified", or a failure.
struct HttpOutcome
{
    std::optional<Failure> failure = {};
    QByteArray body = {}; ///< empty after a failure, or if not modified
    bool isNotModified = false; ///< the content still has the validators of setKnownValidators()
    Validators validators = {}; ///< of the body
    int tries = 0; ///< see HttpGet::tries()
    RequestTimings timings = {};
};

/// Fetches one URL: waits for a slot of the pool, enforces the deadline, follows safe redirects, checks the
/// response and retries transient failures, all according to the pool's settings. Emits finished() exactly
/// once. Destroying the object cancels the request without a signal. Sends the URL's user name and password
/// to the URL's own host only.
class HttpGet final : public QObject
{
    Q_OBJECT

public:
    HttpGet(TransferPool &pool, const QUrl &url, qint64 maximalBytes, QObject *parent = nullptr);
    ~HttpGet() override { m_record.cancel(); }
    Q_DISABLE_COPY_MOVE(HttpGet)

    /// Makes the request conditional: the body is sent only if its validators differ. Call before start().
    void setKnownValidators(const Validators &known) { m_known = known; }

    /// Where the steps of this request are recorded. Call before start().
    void setRecord(const RecordedRequest &record) { m_record = record; }

    void start();

    /// How often the URL was requested so far. Those that follow a redirect do not count.
    [[nodiscard]] int tries() const { return m_sent; }
    /// Of the latest try.
    [[nodiscard]] const RequestTimings &timings() const { return m_timings; }

    /// Drops the outcome but keeps the connection for other requests: a reply in flight ends without a
    /// signal, no further try starts, and the object deletes itself.
    void abandon();

Q_SIGNALS:
    /// The first try has a slot and is being sent.
    void started();
    /// The server sent Retry-After, or refused too many requests; the next try starts after `duration`.
    void retryScheduled(std::chrono::milliseconds duration);
    /// The last signal. A slot connected to it may call deleteLater() on this object.
    void finished(const HttpOutcome &outcome);

private:
    enum class State {
        Idle, ///< not started
        WaitingForSlot,
        InFlight, ///< a request was sent
        ReadingRedirect, ///< in flight, too: the header of a redirect has arrived, its body may follow
        Decoding, ///< the response is complete; its content codings are being removed
        WaitingForRetry,
        Ended ///< finished or abandoned; nothing follows
    };

    /// Disconnects a reply from its receiver and deletes it later.
    struct ReplyDeleter
    {
        QObject *receiver;
        void operator()(QNetworkReply *reply) const
        {
            reply->disconnect(receiver);
            // The reply's destructor aborts it. abort() would set an error and then warn about the error that
            // the connection's thread may have queued already.
            reply->deleteLater();
        }
    };

    /// Changes the state, and ends the timers and the reply that the new state does not need.
    void enter(State state);
    /// Whether the reply may still send signals.
    [[nodiscard]] bool isInFlight() const
    {
        return m_state == State::InFlight || m_state == State::ReadingRedirect;
    }
    void requestSlot();
    void beginTry(TransferSlot slot);
    void send(const QUrl &url);
    void resendOnDedicatedGroup();
    void onConnectionLost(const ConnectionGroup *group);
    void resend();
    void onHeader();
    void onReadyRead();
    void onSslErrors(const QList<QSslError> &errors);
    void onReplyFinished();
    /// A step of decoding. Returns whether it was the last.
    bool decode();
    void succeed(HttpOutcome outcome);
    void followRedirect();
    void onDeadline();
    void endTry(const Failure &reported);
    void fail(const Failure &failure);
    void finish(const HttpOutcome &outcome);

    TransferPool &m_pool;
    State m_state = State::Idle;
    const QUrl m_url; // without user name and password
    QByteArray m_authorization;
    Validators m_known;
    const qint64 m_maximalBytes;

    TransferSlot m_slot;
    std::unique_ptr<QNetworkReply, ReplyDeleter> m_reply{nullptr, {this}};
    QTimer m_deadline;
    QTimer m_retryTimer;
    QTimer m_redirectBodyTimer; // limits the wait for the body of a redirect
    RedirectChain m_redirects; // of this try
    std::optional<BodyDecoder> m_decoder;
    RequestTries m_tries;
    int m_sent = 0; // see tries()
    bool m_isAbandoned = false; // while in flight: no try follows this one
    bool m_needsDedicatedGroup = false; // after a failure that another request may have caused
    RequestTimings m_timings;
    RecordedRequest m_record;
};
