#include "app/transfer/httpget.h"

#include "app/transfer/acceptance.h"
#include "app/transfer/contentcoding.h"
#include "app/transfer/httprequest.h"
#include "app/transfer/proxyrules.h"
#include "app/transfer/replyreading.h"
#include "app/transfer/retryafter.h"

#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslError>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Qt reads in blocks, and stops for good before one that may not fit into the buffer.
constexpr qint64 largestBlock = 1 << 20;

QUrl withoutCredentials(QUrl url)
{
    url.setUserInfo({});
    return url;
}

QByteArray basicAuthorization(const QUrl &url)
{
    if (url.userInfo().isEmpty())
        return {};
    const QString pair = url.userName(QUrl::FullyDecoded) + u':' + url.password(QUrl::FullyDecoded);
    return "Basic " + pair.toUtf8().toBase64();
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

} // namespace

void HttpGet::DeleteUnheard::operator()(QNetworkReply *reply) const
{
    reply->disconnect(receiver);
    // Its destructor aborts. abort() would set an error of its own and then complain about one that is on its
    // way from the thread of the connection.
    reply->deleteLater();
}

HttpGet::HttpGet(TransferPool &pool, const QUrl &url, qint64 maximalBytes, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_url(withoutCredentials(url))
    , m_authorization(basicAuthorization(url))
    , m_maximalBytes(maximalBytes)
    , m_tries(pool)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpGet::onDeadline);
    m_pauseBeforeTry.setSingleShot(true);
    m_pauseBeforeTry.setTimerType(Qt::PreciseTimer); // others may be early, and servers count
    connect(&m_pauseBeforeTry, &QTimer::timeout, this, &HttpGet::wait);
    // The body of a redirect is of no use and may never end, but to cut it short costs the connection. What
    // has come with the header is read.
    constexpr auto forBodyOfRedirect = std::chrono::milliseconds(20);
    m_bodyOfRedirect.setSingleShot(true);
    m_bodyOfRedirect.setInterval(forBodyOfRedirect);
    connect(&m_bodyOfRedirect, &QTimer::timeout, this, &HttpGet::follow);
}

HttpGet::~HttpGet() = default;

void HttpGet::start()
{
    m_timings.queued = SteadyTime::clock::now();
    wait();
}

void HttpGet::abandon()
{
    disconnect();
    m_isAbandoned = true;
    if (m_reply) {
        setParent(&m_pool);
        connect(this, &HttpGet::finished, this, &QObject::deleteLater);
    } else {
        deleteLater();
    }
}

void HttpGet::wait()
{
    m_pool.requestSlot(this, [this](TransferSlot slot) { beginTry(std::move(slot)); });
}

void HttpGet::beginTry(TransferSlot slot)
{
    m_slot = std::move(slot);
    if (m_needsOwnManager)
        m_slot.useOwnManager(); // whichever request was the trouble, it troubles no other again
    m_redirects.clear();
    m_timings.started = SteadyTime::clock::now();
    m_timings.firstByte.reset();
    m_deadline.start(m_pool.settings().deadline);
    // Later: a slot comes in the middle of the work of the request that had it before. And ahead of what the
    // thread of the connection will post, which may be the end already.
    m_tries.begin();
    if (!std::exchange(m_hasStarted, true))
        QMetaObject::invokeMethod(this, &HttpGet::started, Qt::QueuedConnection);
    send(m_url);
}

void HttpGet::send(const QUrl &url)
{
    QNetworkRequest request = httpRequest(url, isSameOrigin(url, m_url) ? m_authorization : QByteArray());
    if (!m_known.etag.isEmpty())
        request.setRawHeader("If-None-Match", m_known.etag);
    if (!m_known.lastModified.isEmpty())
        request.setRawHeader("If-Modified-Since", m_known.lastModified);
    if (const QByteArray cookies = m_redirects.cookiesFor(url); !cookies.isEmpty())
        request.setRawHeader("Cookie", cookies);
    m_pool.trust().applyTo(request);

    if (m_slot.manager().isOutOfStep())
        m_slot.useOwnManager();
    m_bodyOfRedirect.stop();
    m_reply.reset(m_slot.manager().get(request));
    m_reply->setReadBufferSize(m_maximalBytes + largestBlock);
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &HttpGet::onHeader);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &HttpGet::onBytes);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, &HttpGet::onSslErrors);
    connect(m_reply.get(), &QNetworkReply::finished, this, &HttpGet::onReplyFinished);
}

// Another request's answer may be on its connection. That is no fault of this address, so it costs no try.
void HttpGet::sendAgainAlone()
{
    m_reply.reset();
    m_bodyOfRedirect.stop();
    m_slot.useOwnManager();
    m_redirects.clear();
    m_timings.firstByte.reset();
    m_deadline.start(m_pool.settings().deadline);
    send(m_url);
}

void HttpGet::onHeader()
{
    if (!m_slot.manager().canTrust(m_reply.get()))
        return sendAgainAlone();
    m_timings.firstByte = SteadyTime::clock::now();
    if (RedirectChain::isRedirect(*m_reply))
        return m_bodyOfRedirect.start();
    if (const auto refusal = refusalOfHeader(receivedFrom(*m_reply), m_maximalBytes))
        return endTry(*refusal);
    constexpr std::chrono::milliseconds patienceWithoutHeader{1000};
    if (isWithoutHeader(*m_reply))
        m_deadline.start(std::min(patienceWithoutHeader, m_deadline.intervalAsDuration()));
}

void HttpGet::onBytes()
{
    if (RedirectChain::isRedirect(*m_reply) && m_reply->bytesAvailable() > m_maximalBytes)
        return follow();
    if (m_reply->bytesAvailable() > m_maximalBytes)
        endTry({FailureKind::TooLarge, 0, {}});
}

void HttpGet::onSslErrors(const QList<QSslError> &errors)
{
    if (m_pool.trust().hasOtherChoice(m_reply->request(), errors))
        send(m_reply->url());
}

void HttpGet::onReplyFinished()
{
    const ReceivedAnswer answer = receivedFrom(*m_reply);
    if (answer.status == 0 && !m_slot.manager().canTrust(m_reply.get()))
        return sendAgainAlone();
    if (RedirectChain::isRedirect(*m_reply))
        return follow();
    constexpr int notModified = 304;
    if (answer.status == notModified && !m_known.isEmpty()) {
        succeed({.failure = {}, .body = {}, .isNotModified = true, .validators = m_known, .timings = {}});
        return;
    }
    if (const auto refusal = refusalOfAnswer(answer)) {
        endTry(*refusal);
        return;
    }
    QByteArray body = m_reply->readAll();
    if (isCompressed(answer.contentEncoding)) {
        auto decoded = decodedBody(body, answer.contentEncoding, m_maximalBytes);
        if (const auto *failure = std::get_if<Failure>(&decoded))
            return endTry(*failure);
        body = std::get<QByteArray>(std::move(decoded));
    }
    succeed({.failure = {}, .body = body, .validators = validatorsOf(*m_reply), .timings = {}});
}

void HttpGet::succeed(HttpOutcome outcome)
{
    m_timings.finished = SteadyTime::clock::now();
    m_pool.throttle().recordAnswer(*m_timings.finished);
    outcome.tries = m_tries.count();
    outcome.timings = m_timings;
    finish(outcome);
}

void HttpGet::follow()
{
    if (const auto refusal = m_redirects.follow(*m_reply))
        endTry(*refusal);
    else
        send(m_redirects.target());
}

void HttpGet::onDeadline()
{
    m_needsOwnManager = true;
    m_slot.distrustManager();
    endTry({isWithoutHeader(*m_reply) ? FailureKind::BadResponse : FailureKind::Timeout, 0, {}});
}

void HttpGet::endTry(const Failure &failure)
{
    const auto now = SteadyTime::clock::now();
    m_bodyOfRedirect.stop();
    if (m_isAbandoned) { // and so takes nothing from what others may still try
        finish({.failure = failure, .body = {}, .tries = m_tries.count(), .timings = m_timings});
        return;
    }
    const auto next = m_tries.after({.failure = failure,
                                        .announced = delayAskedFor(),
                                        .started = *m_timings.started,
                                        .inFlight = m_pool.inFlight(),
                                        .chance = QRandomGenerator::global()->generateDouble()},
        now);
    const auto *final = std::get_if<Failure>(&next);
    if (final) {
        m_timings.finished = now;
        finish({.failure = withProxyNamed(*final, m_reply->url(), m_pool.settings()),
            .body = {},
            .tries = m_tries.count(),
            .timings = m_timings});
        return;
    }
    const auto &again = std::get<RequestTries::Next>(next);
    m_needsOwnManager |= again.isAlone;
    m_deadline.stop();
    m_reply.reset();
    m_slot = {};
    m_pauseBeforeTry.start(again.pause);
    if (again.shown)
        Q_EMIT retryScheduled(*again.shown);
}

std::optional<std::chrono::milliseconds> HttpGet::delayAskedFor() const
{
    return retryAfter(
        m_reply->rawHeader("Retry-After"), m_reply->rawHeader("Date"), QDateTime::currentDateTimeUtc());
}

void HttpGet::finish(HttpOutcome outcome)
{
    m_deadline.stop();
    m_bodyOfRedirect.stop();
    m_reply.reset();
    // What failed may still be in flight until the reply is deleted.
    if (outcome.failure)
        m_slot = {};
    else
        m_slot.releaseAndDispatchNext();
    Q_EMIT finished(outcome);
}
