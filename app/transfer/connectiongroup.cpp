#include "app/transfer/connectiongroup.h"

#include "app/transfer/acceptance.h"
#include "app/transfer/tcpsockets.h"

#include <QNetworkReply>
#include <QSslConfiguration>

#include <algorithm>
#include <chrono>
#include <utility>

namespace {

/// Whether Qt ends the reply at its header although the response has more bytes. In a 304, Content-Length is
/// only information (RFC 9110, 15.4.5). If a body follows nevertheless, it does not begin with "HTTP/", and
/// Qt repeats the next request of that connection on a new one.
bool leavesUnreadBytes(const QNetworkReply &reply)
{
    constexpr int noContent = 204;
    constexpr int notModified = 304;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isInterim(status))
        return true;
    if (status != noContent && status != notModified)
        return false;
    return reply.hasRawHeader("Transfer-Encoding")
        || (status == noContent && reply.rawHeader("Content-Length").trimmed().toLongLong() != 0);
}

} // namespace

ConnectionGroup::ConnectionGroup(HttpVersions versions, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_versions(versions)
{
    constexpr auto longestIdleTime = std::chrono::milliseconds(100); // sending takes a few
    m_stallTimer.setSingleShot(true);
    m_stallTimer.setInterval(longestIdleTime);
    connect(&m_stallTimer, &QTimer::timeout, this, &ConnectionGroup::stalled);
}

QNetworkReply *ConnectionGroup::createRequest(
    Operation operation, const QNetworkRequest &request, QIODevice *data)
{
    QNetworkRequest versioned = request;
    versioned.setAttribute(QNetworkRequest::Http2AllowedAttribute, m_versions == HttpVersions::Http2);
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, versioned, data);
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] { onHeader(reply); });
    watchIdleness(reply);
    if (m_versions == HttpVersions::Http2)
        watchSending(reply);
    return reply;
}

bool ConnectionGroup::wasIdle() const
{
    constexpr int longestIdleTime = 200; // ms; opening a connection rarely takes longer
    return !m_speaksHttp2 && m_idle.isValid() && m_idle.hasExpired(longestIdleTime);
}

void ConnectionGroup::watchIdleness(QNetworkReply *reply)
{
    m_inFlight.insert(reply);
    m_peak = std::max(m_peak, m_inFlight.size());
    if (m_inFlight.size() == m_peak)
        m_idle.invalidate();
    const auto end = [this, reply] {
        if (m_inFlight.remove(reply) && !m_idle.isValid())
            m_idle.start();
    };
    connect(reply, &QNetworkReply::finished, this, end);
    connect(reply, &QObject::destroyed, this, end);
}

void ConnectionGroup::watchSending(QNetworkReply *reply)
{
    if (!m_isNegotiated)
        connect(reply, &QNetworkReply::encrypted, this, [this, reply] { onEncrypted(*reply); });
    m_unsent.insert(reply);
    connect(reply, &QNetworkReply::requestSent, this, [this, reply] {
        if (m_unsent.remove(reply))
            m_sent.insert(reply);
        checkSending();
    });
    const auto forget = [this, reply] {
        m_unsent.remove(reply);
        m_sent.remove(reply);
        checkSending();
    };
    connect(reply, &QNetworkReply::finished, this, forget);
    connect(reply, &QObject::destroyed, this, forget);
    checkSending();
}

void ConnectionGroup::reportNewConnection(QNetworkReply *reply, const std::function<void()> &report)
{
    m_unconnected.push_back({reply, report});
    connect(reply, &QNetworkReply::socketStartedConnecting, this, &ConnectionGroup::onConnecting);
    // Qt sends a request again if a connection that was kept open ends before the response. It opens another
    // one for that and does not report it.
    connect(reply, &QNetworkReply::requestSent, this, [this, reply, report, isSent = false]() mutable {
        takeUnconnected(reply);
        if (std::exchange(isSent, true))
            report();
    });
    const auto forget = [this, reply] { takeUnconnected(reply); };
    connect(reply, &QNetworkReply::finished, this, forget);
    connect(reply, &QObject::destroyed, this, forget);
}

void ConnectionGroup::onConnecting()
{
    if (m_unconnected.empty())
        return;
    const Unconnected oldest = m_unconnected.front();
    takeUnconnected(oldest.reply);
    oldest.report();
}

void ConnectionGroup::takeUnconnected(const QNetworkReply *reply)
{
    std::erase_if(m_unconnected, [reply](const Unconnected &each) { return each.reply == reply; });
}

void ConnectionGroup::checkSending()
{
    if (!m_speaksHttp2 || m_unsent.isEmpty() || !m_sent.isEmpty())
        m_stallTimer.stop();
    else if (!m_stallTimer.isActive())
        m_stallTimer.start();
}

void ConnectionGroup::onEncrypted(const QNetworkReply &reply)
{
    if (std::exchange(m_isNegotiated, true))
        return;
    m_speaksHttp2 = reply.sslConfiguration().nextNegotiatedProtocol() == QSslConfiguration::ALPNProtocolHTTP2;
    if (m_speaksHttp2)
        sendWithoutDelay();
    Q_EMIT negotiated(m_speaksHttp2);
}

void ConnectionGroup::onHeader(const QNetworkReply *reply)
{
    ++m_responses;
    if (!m_speaksHttp2 && !m_firstDesynchronized && leavesUnreadBytes(*reply))
        m_firstDesynchronized = reply;
}
