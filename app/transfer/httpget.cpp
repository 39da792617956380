#include "app/transfer/httpget.h"

#include "app/logging/logging.h"
#include "app/transfer/acceptance.h"
#include "app/transfer/httpmessages.h"
#include "app/transfer/proxyrules.h"

#include <QRandomGenerator>
#include <QSslError>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

HttpGet::HttpGet(TransferPool &pool, const QUrl &url, qint64 maximalBytes, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_url(withoutUserInfo(url))
    , m_authorization(basicAuthorization(url))
    , m_maximalBytes(maximalBytes)
    , m_tries(pool)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpGet::onDeadline);
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setTimerType(Qt::PreciseTimer); // other timers may fire early, and servers count
    connect(&m_retryTimer, &QTimer::timeout, this, &HttpGet::requestSlot);
    // Aborting the body of a redirect costs the connection, but it may never end, so the wait is short.
    m_redirectBodyTimer.setSingleShot(true);
    m_redirectBodyTimer.setInterval(std::chrono::milliseconds(20));
    connect(&m_redirectBodyTimer, &QTimer::timeout, this, &HttpGet::followRedirect);
    connect(&m_pool, &TransferPool::connectionLost, this, &HttpGet::onConnectionLost);
}

void HttpGet::start()
{
    m_timings.queued = SteadyTime::clock::now();
    requestSlot();
}

void HttpGet::abandon()
{
    disconnect();
    if (isInFlight()) {
        m_isAbandoned = true;
        setParent(&m_pool);
        connect(this, &HttpGet::finished, this, &QObject::deleteLater);
    } else {
        enter(State::Ended);
        m_slot = {};
        deleteLater();
    }
}

void HttpGet::enter(State state)
{
    m_state = state;
    if (m_state != State::WaitingForRetry)
        m_retryTimer.stop();
    if (m_state == State::ReadingRedirect)
        m_redirectBodyTimer.start();
    else
        m_redirectBodyTimer.stop();
    if (!isInFlight())
        m_deadline.stop();
    if (m_state == State::Decoding)
        m_reply->disconnect(this); // it may be unfinished, see onDeadline()
    else if (!isInFlight())
        m_reply.reset();
}

void HttpGet::requestSlot()
{
    enter(State::WaitingForSlot);
    m_pool.requestSlot(m_url, this, [this](TransferSlot slot) { beginTry(std::move(slot)); });
}

void HttpGet::beginTry(TransferSlot slot)
{
    if (m_state != State::WaitingForSlot) // abandoned; the slot returns to the pool
        return;
    m_slot = std::move(slot);
    if (m_needsDedicatedGroup)
        m_slot.useDedicatedGroup(); // whichever request caused the failure, it no longer affects others
    m_redirects.clear();
    m_timings.started = SteadyTime::clock::now();
    m_timings.firstByte.reset();
    m_deadline.start(m_pool.settings().deadline);
    // Queued, because the slot is granted in the middle of the previous request's work. Queued before
    // anything that the connection's thread may post, such as the end of the reply.
    m_tries.begin();
    if (m_sent++ == 0)
        QMetaObject::invokeMethod(this, &HttpGet::started, Qt::QueuedConnection);
    send(m_url);
}

void HttpGet::send(const QUrl &url)
{
    const QByteArray authorization = isSameOrigin(url, m_url) ? m_authorization : QByteArray();
    QNetworkRequest request = buildRequest(url, authorization, m_redirects.cookiesFor(url), m_known);
    m_pool.trust().applyTo(request);

    m_slot.connectTo(url);
    if (m_slot.group().isDesynchronized())
        m_slot.useDedicatedGroup();
    enter(State::InFlight);
    qCDebug(lcTransfer).noquote() << "GET" << loggableUrl(url) << "try" << m_tries.count();
    m_record.addTry();
    m_reply.reset(m_slot.group().get(request));
    if (m_record.isRecorded())
        m_slot.group().reportNewConnection(m_reply.get(), [record = m_record] { record.setNewConnection(); });
    // Qt reads in blocks, and stops reading for good before a block that may not fit into the buffer.
    constexpr qint64 largestBlock = 1 << 20;
    m_reply->setReadBufferSize(m_maximalBytes + largestBlock);
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &HttpGet::onHeader);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &HttpGet::onReadyRead);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, &HttpGet::onSslErrors);
    connect(m_reply.get(), &QNetworkReply::finished, this, &HttpGet::onReplyFinished);
}

// The connection may hold the response to another request.
void HttpGet::resendOnDedicatedGroup()
{
    m_slot.useDedicatedGroup();
    resend();
}

void HttpGet::onConnectionLost(const ConnectionGroup *group)
{
    if (!isInFlight() || &m_slot.group() != group)
        return;
    if (m_isAbandoned)
        fail({FailureKind::ConnectionLost, 0, {}});
    else
        resend();
}

// This URL did not cause what made its response unusable, so the repetition does not count as a try.
void HttpGet::resend()
{
    m_reply.reset();
    m_redirects.clear();
    m_timings.firstByte.reset();
    m_deadline.start(m_pool.settings().deadline);
    ++m_sent;
    send(m_url);
}

void HttpGet::onHeader()
{
    m_pool.recordArrival();
    if (!m_slot.group().canTrust(m_reply.get()))
        return resendOnDedicatedGroup();
    m_timings.firstByte = SteadyTime::clock::now();
    const ReceivedResponse response = readResponse(*m_reply);
    m_record.setFirstByte(response.status);
    if (RedirectChain::isRedirect(*m_reply))
        return enter(State::ReadingRedirect);
    if (const auto refusal = checkHeader(response, m_maximalBytes))
        return endTry(*refusal);
    constexpr std::chrono::milliseconds headerlessTimeout{1000};
    if (isWithoutHeader(*m_reply))
        m_deadline.start(std::min(headerlessTimeout, m_deadline.intervalAsDuration()));
}

void HttpGet::onReadyRead()
{
    m_pool.recordArrival();
    constexpr std::chrono::milliseconds overlookedEndTimeout{20}; // enough for Qt to notice the end itself
    if (m_state == State::InFlight && isEndOverlooked(readResponse(*m_reply)))
        m_deadline.start(std::min(overlookedEndTimeout, m_deadline.remainingTimeAsDuration()));
    if (m_reply->bytesAvailable() <= m_maximalBytes)
        return;
    if (m_state == State::ReadingRedirect)
        followRedirect();
    else
        endTry({FailureKind::TooLarge, 0, {}});
}

void HttpGet::onSslErrors(const QList<QSslError> &errors)
{
    if (m_pool.trust().fallBackToSystem(m_reply->request(), errors))
        send(m_reply->url());
}

void HttpGet::onReplyFinished()
{
    const ReceivedResponse response = readResponse(*m_reply);
    if (response.status == 0 && !m_slot.group().canTrust(m_reply.get()))
        return resendOnDedicatedGroup();
    if (response.status == 0 && m_slot.group().speaksHttp2())
        return m_slot.replaceLostGroup(); // resends this request too
    if (m_state == State::ReadingRedirect)
        return followRedirect();
    if (response.status == 304 && !m_known.isEmpty()) // Not Modified
        return succeed({.isNotModified = true, .validators = m_known});
    if (const auto refusal = checkResponse(response))
        return endTry(*refusal);
    // readAll() allocates up to twice as much.
    m_decoder.emplace(m_reply->read(m_reply->bytesAvailable()), response.contentEncoding, m_maximalBytes);
    enter(State::Decoding);
    if (m_decoder->isIdentity())
        decode();
    else
        m_pool.runInTurns(this, [this] { return decode(); });
}

bool HttpGet::decode()
{
    if (m_state != State::Decoding) // abandoned
        return true;
    if (!m_decoder->proceed())
        return false;
    const auto body = m_decoder->takeResult();
    if (body)
        succeed({.body = *body, .validators = readValidators(*m_reply)});
    else
        endTry(body.error());
    return true;
}

void HttpGet::succeed(HttpOutcome outcome)
{
    m_timings.finished = SteadyTime::clock::now();
    m_pool.throttle().recordResponse(*m_timings.finished);
    outcome.tries = m_sent;
    outcome.timings = m_timings;
    m_record.finish(outcome.body.size());
    qCDebug(lcTransfer).noquote() << "received" << outcome.body.size() << "bytes from" << loggableUrl(m_url)
                                  << (outcome.isNotModified ? "not modified" : "");
    finish(outcome);
}

void HttpGet::followRedirect()
{
    if (const auto refusal = m_redirects.follow(*m_reply))
        endTry(*refusal);
    else
        send(m_redirects.target());
}

void HttpGet::onDeadline()
{
    const ReceivedResponse response = readResponse(*m_reply);
    if (isEndOverlooked(response))
        return onReplyFinished();
    m_needsDedicatedGroup = true;
    m_slot.retireGroup();
    endTry(isWithoutHeader(*m_reply) ? Failure{FailureKind::BadResponse, 0, {}}
                                     : failureAtDeadline(response, m_slot.group().speaksHttp2()));
}

void HttpGet::endTry(const Failure &reported)
{
    const auto now = SteadyTime::clock::now();
    const Failure failure = withProxyName(reported, m_reply->url(), m_pool.settings());
    qCDebug(lcTransfer).noquote() << "failed" << failureWord(failure.kind) << failure.status
                                  << loggableUrl(m_url);
    if (m_isAbandoned) // an abandoned request takes no retry from the others' budget
        return fail(failure);
    const auto again = m_tries.decideNext({.failure = failure,
                                              .requestedDelay = requestedDelay(*m_reply),
                                              .started = *m_timings.started,
                                              .inFlight = m_pool.inFlight(),
                                              .chance = QRandomGenerator::global()->generateDouble()},
        now);
    m_record.failTry(failure, m_tries.wasRefused());
    if (!again) {
        m_timings.finished = now;
        return fail(again.error());
    }
    m_needsDedicatedGroup |= again->needsDedicatedGroup;
    enter(State::WaitingForRetry);
    m_slot = {};
    qCDebug(lcTransfer).noquote() << "retry in" << again->pause.count() << "ms" << loggableUrl(m_url);
    m_retryTimer.start(again->pause);
    if (again->shown)
        Q_EMIT retryScheduled(*again->shown);
}

void HttpGet::fail(const Failure &failure)
{
    m_record.fail(failure);
    finish({.failure = failure, .tries = m_sent, .timings = m_timings});
}

void HttpGet::finish(const HttpOutcome &outcome)
{
    const bool isConnectionFree = !outcome.failure && m_reply->isFinished();
    enter(State::Ended);
    if (isConnectionFree)
        m_slot.releaseAndDispatchNext();
    else // the reply may still be in flight until it is deleted
        m_slot = {};
    Q_EMIT finished(outcome);
}
