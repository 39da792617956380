#include "app/transfer/proxyrules.h"

#include "app/transfer/proxyvariables.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace {

/// "host:port" of the proxy between this machine and the address; empty if there is none.
QString proxyOnTheWayTo(const QUrl &url, const TransferSettings &settings)
{
    ProxyRules rules(settings.proxyChoice, settings.proxy);
    const QNetworkProxy proxy = rules.queryProxy(QNetworkProxyQuery(url)).value(0, QNetworkProxy::NoProxy);
    if (proxy.hostName().isEmpty())
        return {};
    return proxy.hostName() + u':' + QString::number(proxy.port());
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
        return {QNetworkProxy::NoProxy};
    case ProxyChoice::Given:
        return {m_given};
    case ProxyChoice::System:
        break;
    }
    const QString host = query.peerHostName();
    if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
        return {QNetworkProxy::NoProxy};
    static const ProxyVariables variables(QProcessEnvironment::systemEnvironment());
    if (const auto proxy = variables.proxyFor(query.protocolTag(), host))
        return {*proxy};
    return systemProxyForQuery(query);
}

Failure withProxyNamed(Failure failure, const QUrl &url, const TransferSettings &settings)
{
    const bool isUnreachable
        = failure.kind == FailureKind::ConnectionRefused || failure.kind == FailureKind::HostNotFound;
    if (!isUnreachable && failure.kind != FailureKind::Proxy && failure.kind != FailureKind::ConnectionLost
        && failure.kind != FailureKind::Timeout && failure.kind != FailureKind::Tls)
        return failure;
    const QString proxy = proxyOnTheWayTo(url, settings);
    if (proxy.isEmpty())
        return failure;
    if (isUnreachable)
        failure.kind = FailureKind::Proxy;
    failure.detail = u"proxy "_s + proxy + (failure.detail.isEmpty() ? u""_s : u": "_s) + failure.detail;
    return failure;
}
