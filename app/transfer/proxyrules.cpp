#include "app/transfer/proxyrules.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

ProxyRules::ProxyRules(ProxyChoice choice, const QNetworkProxy &given)
    : m_choice(choice)
    , m_given(given)
{
}

QList<QNetworkProxy> ProxyRules::queryProxy(const QNetworkProxyQuery &query)
{
    switch (m_choice) {
    case ProxyChoice::None:
        return {QNetworkProxy::NoProxy};
    case ProxyChoice::Given:
        return {m_given};
    case ProxyChoice::System:
        break;
    }
    const QString host = query.peerHostName();
    if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
        return {QNetworkProxy::NoProxy};
    return systemProxyForQuery(query);
}

QString proxyOnTheWayTo(const QUrl &url, const TransferSettings &settings)
{
    ProxyRules rules(settings.proxyChoice, settings.proxy);
    const QNetworkProxy proxy = rules.queryProxy(QNetworkProxyQuery(url)).value(0, QNetworkProxy::NoProxy);
    if (proxy.hostName().isEmpty())
        return {};
    return proxy.hostName() + u':' + QString::number(proxy.port());
}
