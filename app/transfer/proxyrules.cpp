#include "app/transfer/proxyrules.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The application's own proxy, which is none. For QNetworkProxy::NoProxy the manager reads headers from the
// socket byte by byte, one system call for each; for this it reads blocks.
QNetworkProxy noProxy()
{
    return QNetworkProxy(QNetworkProxy::DefaultProxy);
}

} // namespace

ProxyRules::ProxyRules(ProxyChoice choice, const QNetworkProxy &given)
    : m_choice(choice)
    , m_given(given)
{
}

QList<QNetworkProxy> ProxyRules::queryProxy(const QNetworkProxyQuery &query)
{
    switch (m_choice) {
    case ProxyChoice::None:
        return {noProxy()};
    case ProxyChoice::Given:
        return {m_given};
    case ProxyChoice::System:
        break;
    }
    const QString host = query.peerHostName();
    if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
        return {noProxy()};
    QList<QNetworkProxy> proxies = systemProxyForQuery(query);
    std::ranges::replace_if(
        proxies, [](const QNetworkProxy &proxy) { return proxy.type() == QNetworkProxy::NoProxy; },
        noProxy());
    return proxies;
}

QString proxyOnTheWayTo(const QUrl &url, const TransferSettings &settings)
{
    ProxyRules rules(settings.proxyChoice, settings.proxy);
    const QNetworkProxy proxy = rules.queryProxy(QNetworkProxyQuery(url)).value(0, QNetworkProxy::NoProxy);
    if (proxy.hostName().isEmpty())
        return {};
    return proxy.hostName() + u':' + QString::number(proxy.port());
}
