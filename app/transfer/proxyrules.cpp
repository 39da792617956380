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
const QString unusableHost = u"http_proxy.invalid"_s; // RFC 6761: never resolves

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

QUrl proxyAddress(const QString &text)
{
    return QUrl(text.contains("://"_L1) ? text : u"http://"_s + text, QUrl::TolerantMode);
}

bool isSocks5(const QString &scheme)
{
    return scheme == "socks5"_L1 || scheme == "socks5h"_L1;
}

QNetworkProxy proxyAt(const QString &text)
{
    const QUrl url = proxyAddress(text);
    if (!url.isValid())
        return {QNetworkProxy::HttpProxy, unusableHost, defaultProxyPort};
    const QString scheme = url.scheme();
    const auto port = static_cast<quint16>(url.port(defaultProxyPort));
    const QString user = url.userName(QUrl::FullyDecoded);
    const QString password = url.password(QUrl::FullyDecoded);
    if (scheme == "http"_L1 && !url.host().isEmpty())
        return {QNetworkProxy::HttpProxy, url.host(), port, user, password};
    if (isSocks5(scheme) && !url.host().isEmpty())
        return {QNetworkProxy::Socks5Proxy, url.host(), port, user, password};
    return {QNetworkProxy::HttpProxy, scheme + u"://"_s + url.host(), port};
}

const ProxyVariables &systemVariables()
{
    static const ProxyVariables variables(QProcessEnvironment::systemEnvironment());
    return variables;
}

bool isUnreachable(FailureKind kind)
{
    return kind == FailureKind::ConnectionRefused || kind == FailureKind::HostNotFound;
}

/// Whether the proxy may have caused such a failure, or may be taken for the cause of it.
bool mayConcernProxy(FailureKind kind)
{
    return isUnreachable(kind) || kind == FailureKind::Proxy || kind == FailureKind::ConnectionLost
        || kind == FailureKind::Timeout || kind == FailureKind::Tls;
}

} // namespace

ProxyVariables::ProxyVariables(const QProcessEnvironment &environment)
    : m_httpProxy{u"http_proxy"_s, environment.value(u"http_proxy"_s).trimmed()}
    , m_httpsProxy(readVariable(environment, u"https_proxy"_s))
    , m_anyProxy(readVariable(environment, u"all_proxy"_s))
{
    static const QRegularExpression separators(u"[,\\s]+"_s);
    m_direct = readVariable(environment, u"no_proxy"_s).value.split(separators, Qt::SkipEmptyParts);
}

ProxyVariables::Variable ProxyVariables::readVariable(
    const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name).trimmed();
    if (!value.isEmpty())
        return {name, value};
    return {name.toUpper(), environment.value(name.toUpper()).trimmed()};
}

const ProxyVariables::Variable &ProxyVariables::variableFor(const QString &scheme) const
{
    const Variable &own = scheme == "https"_L1 ? m_httpsProxy : m_httpProxy;
    return own.value.isEmpty() ? m_anyProxy : own;
}

std::optional<QNetworkProxy> ProxyVariables::proxyFor(const QString &scheme, const QString &host) const
{
    if (isDirect(bareHost(host)))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QString &named = variableFor(scheme).value;
    return named.isEmpty() ? std::nullopt : std::optional(proxyAt(named));
}

QString ProxyVariables::problemFor(const QString &scheme) const
{
    const Variable &variable = variableFor(scheme);
    if (variable.value.isEmpty())
        return {};
    const QUrl url = proxyAddress(variable.value);
    if (!url.isValid() || url.host().isEmpty())
        return withLabel(variable.name, ProxyText::tr("it is no valid address"));
    if (url.scheme() == "http"_L1 || isSocks5(url.scheme()))
        return {};
    return withLabel(
        variable.name, ProxyText::tr("proxies of the kind %1 are not supported").arg(url.scheme()));
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
    if (const auto proxy = systemVariables().proxyFor(query.protocolTag(), host))
        return {*proxy};
    return systemProxyForQuery(query);
}

Failure withProxyName(Failure failure, const QUrl &url, const TransferSettings &settings)
{
    if (!mayConcernProxy(failure.kind))
        return failure;
    ProxyRules rules(settings.proxyChoice, settings.proxy);
    const QNetworkProxy proxy = rules.queryProxy(QNetworkProxyQuery(url)).value(0, QNetworkProxy::NoProxy);
    if (proxy.hostName().isEmpty()) {
        if (failure.kind == FailureKind::Proxy && failure.status != 0)
            failure.kind = FailureKind::ServerError;
        return failure;
    }
    const QString problem = settings.proxyChoice == ProxyChoice::System
        ? systemVariables().problemFor(url.scheme())
        : QString();
    if (!problem.isEmpty())
        return {FailureKind::Proxy, 0, problem};
    // An HTTP proxy looks up the server itself. Qt reports the name of the server if it does not find the
    // proxy.
    if (failure.kind == FailureKind::HostNotFound && proxy.type() == QNetworkProxy::HttpProxy)
        failure.detail = ProxyText::tr("no host of this name was found");
    if (isUnreachable(failure.kind))
        failure.kind = FailureKind::Proxy;
    const QString name
        = ProxyText::tr("proxy %1").arg(proxy.hostName() + u':' + QString::number(proxy.port()));
    failure.detail = failure.detail.isEmpty() ? name : withLabel(name, failure.detail);
    return failure;
}
