#include "app/transfer/proxyrules.h"

#include "app/language/joining.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct ProxyText
{
    Q_DECLARE_TR_FUNCTIONS(ProxyText)
};

constexpr quint16 defaultProxyPort = 1080; // as in curl

QString variable(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name).trimmed();
    return value.isEmpty() ? environment.value(name.toUpper()).trimmed() : value;
}

QString bareHost(QString host)
{
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (host.endsWith(u'.'))
        host.chop(1);
    return host.toLower();
}

bool isInNetwork(const QString &host, const QString &network)
{
    const QHostAddress address(host);
    if (address.isNull() || !network.contains(u'/'))
        return false;
    const auto subnet = QHostAddress::parseSubnet(network);
    return subnet.second >= 0 && address.isInSubnet(subnet);
}

QNetworkProxy proxyAt(const QString &text)
{
    const QUrl url(text.contains("://"_L1) ? text : u"http://"_s + text, QUrl::TolerantMode);
    const QString scheme = url.scheme();
    const auto port = static_cast<quint16>(url.port(defaultProxyPort));
    const QString user = url.userName(QUrl::FullyDecoded);
    const QString password = url.password(QUrl::FullyDecoded);
    if (scheme == "http"_L1 && !url.host().isEmpty())
        return {QNetworkProxy::HttpProxy, url.host(), port, user, password};
    if ((scheme == "socks5"_L1 || scheme == "socks5h"_L1) && !url.host().isEmpty())
        return {QNetworkProxy::Socks5Proxy, url.host(), port, user, password};
    return {QNetworkProxy::HttpProxy, scheme + u"://"_s + url.host(), port};
}

/// Returns "host:port" of the proxy for the URL, empty if there is none.
QString proxyNameFor(const QUrl &url, const TransferSettings &settings)
{
    ProxyRules rules(settings.proxyChoice, settings.proxy);
    const QNetworkProxy proxy = rules.queryProxy(QNetworkProxyQuery(url)).value(0, QNetworkProxy::NoProxy);
    if (proxy.hostName().isEmpty())
        return {};
    return proxy.hostName() + u':' + QString::number(proxy.port());
}

} // namespace

ProxyVariables::ProxyVariables(const QProcessEnvironment &environment)
    : m_httpProxy(environment.value(u"http_proxy"_s).trimmed())
    , m_httpsProxy(variable(environment, u"https_proxy"_s))
    , m_anyProxy(variable(environment, u"all_proxy"_s))
{
    static const QRegularExpression separators(u"[,\\s]+"_s);
    m_direct = variable(environment, u"no_proxy"_s).split(separators, Qt::SkipEmptyParts);
}

std::optional<QNetworkProxy> ProxyVariables::proxyFor(const QString &scheme, const QString &host) const
{
    if (isDirect(bareHost(host)))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QString &own = scheme == "https"_L1 ? m_httpsProxy : m_httpProxy;
    const QString &named = own.isEmpty() ? m_anyProxy : own;
    return named.isEmpty() ? std::nullopt : std::optional(proxyAt(named));
}

bool ProxyVariables::isDirect(const QString &host) const
{
    return std::ranges::any_of(m_direct, [&host](const QString &entry) {
        if (entry == "*"_L1)
            return true;
        const QString domain = bareHost(entry.startsWith(u'.') ? entry.sliced(1) : entry);
        return host == domain || host.endsWith(u'.' + domain) || isInNetwork(host, domain);
    });
}

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

Failure withProxyName(Failure failure, const QUrl &url, const TransferSettings &settings)
{
    const bool isUnreachable
        = failure.kind == FailureKind::ConnectionRefused || failure.kind == FailureKind::HostNotFound;
    if (!isUnreachable && failure.kind != FailureKind::Proxy && failure.kind != FailureKind::ConnectionLost
        && failure.kind != FailureKind::Timeout && failure.kind != FailureKind::Tls)
        return failure;
    const QString proxy = proxyNameFor(url, settings);
    if (proxy.isEmpty())
        return failure;
    if (isUnreachable)
        failure.kind = FailureKind::Proxy;
    const QString name = ProxyText::tr("proxy %1").arg(proxy);
    failure.detail = failure.detail.isEmpty() ? name : withLabel(name, failure.detail);
    return failure;
}
