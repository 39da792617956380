#include "app/transfer/connectiongroups.h"

#include "app/logging/logging.h"
#include "app/transfer/proxyrules.h"

#include <QNetworkReply>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int connectionsPerGroup = 6;
// Servers should allow at least as many streams (RFC 9113, 6.5.2). If one allows fewer, Qt queues the others.
constexpr int streamsPerConnection = 100;
// A connection that has answered as many requests is replaced by another one with HTTP/2: sending thirty
// requests again is little compared with that. nginx ends a connection after 1000.
constexpr int worthwhileResponses = 250;

QUrl originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin;
}

bool isEncrypted(const QUrl &url)
{
    return url.scheme() == "https"_L1;
}

} // namespace

ConnectionGroups::ConnectionGroups(QObject *parent)
    : QObject(parent)
{
    constexpr auto longestNegotiation = std::chrono::milliseconds(500);
    m_negotiationTimeout.setSingleShot(true);
    m_negotiationTimeout.setInterval(longestNegotiation);
    connect(&m_negotiationTimeout, &QTimer::timeout, this, &ConnectionGroups::endNegotiations);
}

ConnectionGroups::~ConnectionGroups()
{
    retireAll(m_http1);
    for (Origin &origin : m_origins)
        retireAll(origin.http2);
    destroyRetired();
}

void ConnectionGroups::beginBatch()
{
    for (Group &group : m_http1) {
        if (group && group->wasIdle())
            m_retired.push_back(std::exchange(group, {}));
    }
    destroyRetired();
    for (Origin &origin : m_origins) {
        if (origin.version == Version::Http2Lost)
            origin.version = Version::Http2;
        else if (origin.version == Version::Unanswered)
            origin.version = Version::Unknown;
    }
}

void ConnectionGroups::setProxy(ProxyChoice choice, const QNetworkProxy &proxy)
{
    if (choice == m_proxyChoice && proxy == m_proxy)
        return;
    m_proxyChoice = choice;
    m_proxy = proxy;
    const auto apply = [this](const std::vector<Group> &groups) {
        for (const Group &group : groups) {
            if (group)
                group->setProxyFactory(new ProxyRules(m_proxyChoice, m_proxy));
        }
    };
    apply(m_http1);
    for (const Origin &origin : std::as_const(m_origins))
        apply(origin.http2);
}

bool ConnectionGroups::isNegotiating(const QUrl &url) const
{
    if (!isEncrypted(url))
        return false;
    const auto origin = m_origins.constFind(originOf(url));
    return origin != m_origins.cend() && origin->version == Version::Negotiating;
}

ConnectionGroups::Group ConnectionGroups::groupFor(const QUrl &url, int slot)
{
    if (!isEncrypted(url))
        return http1Group(slot);
    const QUrl key = originOf(url);
    Origin &origin = m_origins[key];
    if (origin.version == Version::Unknown) {
        origin.version = Version::Negotiating;
        origin.negotiatingSlot = slot;
        m_negotiationTimeout.start();
    }
    const bool usesHttp2 = origin.version == Version::Http2
        || (origin.version == Version::Negotiating && origin.negotiatingSlot == slot);
    return usesHttp2 ? http2Group(key, slot) : http1Group(slot);
}

ConnectionGroups::Group ConnectionGroups::http1Group(int slot)
{
    const auto index = std::size_t(slot / connectionsPerGroup);
    if (m_http1.size() <= index)
        m_http1.resize(index + 1);
    Group &group = m_http1[index];
    if (group && (group->isDesynchronized() || group->wasIdle()))
        m_retired.push_back(std::exchange(group, {}));
    if (!group)
        group = create(HttpVersions::Http1);
    return group;
}

ConnectionGroups::Group ConnectionGroups::http2Group(const QUrl &key, int slot)
{
    const auto index = std::size_t(slot / streamsPerConnection);
    std::vector<Group> &groups = m_origins[key].http2;
    if (groups.size() <= index)
        groups.resize(index + 1);
    Group &group = groups[index];
    if (!group) {
        group = create(HttpVersions::Http2);
        connect(group.get(), &ConnectionGroup::negotiated, this,
            [this, key](bool speaksHttp2) { onNegotiated(key, speaksHttp2); });
        connect(group.get(), &ConnectionGroup::stalled, this,
            [this, stalled = std::weak_ptr(group)] { replaceLost(stalled.lock()); });
    }
    return group;
}

void ConnectionGroups::onNegotiated(const QUrl &key, bool speaksHttp2)
{
    qCDebug(lcTransfer) << key.host() << "speaks" << (speaksHttp2 ? "HTTP/2" : "HTTP/1.1");
    Origin &origin = m_origins[key];
    const bool wasUnknown = origin.version == Version::Negotiating || origin.version == Version::Unanswered;
    if (!speaksHttp2) {
        origin.version = Version::Http1;
        retireAll(origin.http2);
    }
    if (speaksHttp2 && wasUnknown)
        origin.version = Version::Http2;
    Q_EMIT negotiated();
}

void ConnectionGroups::endNegotiations()
{
    for (Origin &origin : m_origins) {
        if (origin.version == Version::Negotiating)
            origin.version = Version::Unanswered;
    }
    Q_EMIT negotiated();
}

void ConnectionGroups::recordRelease(int slot)
{
    const bool wasNegotiating = std::ranges::any_of(std::as_const(m_origins), [slot](const Origin &origin) {
        return origin.version == Version::Negotiating && origin.negotiatingSlot == slot;
    });
    if (wasNegotiating) // its request has failed, or was cancelled
        endNegotiations();
}

int ConnectionGroups::countHttp1() const
{
    return int(std::ranges::count_if(m_http1, [](const Group &group) { return group != nullptr; }));
}

ConnectionGroups::Group ConnectionGroups::createDedicated()
{
    m_retired.push_back(create(HttpVersions::Http1));
    return m_retired.back();
}

ConnectionGroups::Group ConnectionGroups::create(HttpVersions versions) const
{
    auto group = std::make_shared<ConnectionGroup>(versions);
    group->setAutoDeleteReplies(false);
    group->setProxyFactory(new ProxyRules(m_proxyChoice, m_proxy));
    return group;
}

void ConnectionGroups::retire(const Group &group)
{
    const auto retireFrom = [this, &group](std::vector<Group> &groups) {
        const auto shared = std::ranges::find(groups, group);
        if (group && shared != groups.end())
            m_retired.push_back(std::exchange(*shared, {}));
    };
    retireFrom(m_http1);
    for (Origin &origin : m_origins)
        retireFrom(origin.http2);
}

void ConnectionGroups::retireAll(std::vector<Group> &groups)
{
    std::erase(groups, nullptr);
    m_retired.insert(m_retired.end(), groups.begin(), groups.end());
    groups.clear();
}

void ConnectionGroups::replaceLost(const Group &lostGroup)
{
    const auto origin = std::ranges::find_if(m_origins, [&lostGroup](const Origin &each) {
        return std::ranges::find(each.http2, lostGroup) != each.http2.end();
    });
    if (origin == m_origins.end()) { // retired already
        Q_EMIT lost(lostGroup.get());
        return;
    }
    qCDebug(lcTransfer) << "lost an HTTP/2 connection after" << lostGroup->responses() << "responses";
    std::vector<Group> affected{lostGroup};
    if (lostGroup->responses() < worthwhileResponses) {
        origin->version = Version::Http2Lost;
        affected = origin->http2;
        retireAll(origin->http2);
    } else {
        retire(lostGroup);
    }
    for (const Group &group : affected) {
        if (group)
            Q_EMIT lost(group.get());
    }
}

void ConnectionGroups::destroyRetired()
{
    const auto inUse = [](const Group &group) { return group.use_count() > 1; };
    const auto unused = std::partition(m_retired.begin(), m_retired.end(), inUse);
    for (Group &group : std::span(unused, m_retired.end())) {
        // Deletes the replies first. Otherwise they would change threads too, and Qt would walk through their
        // connections without a lock while the network thread changes these.
        qDeleteAll(group->findChildren<QNetworkReply *>(Qt::FindDirectChildrenOnly));
        group->moveToThread(nullptr);
        QThreadPool::globalInstance()->start([group = std::move(group)]() mutable { group.reset(); });
    }
    m_retired.erase(unused, m_retired.end());
}
