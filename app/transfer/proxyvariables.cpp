#include "app/transfer/proxyvariables.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 usualProxyPort = 1080; // curl's

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
    const quint16 port = static_cast<quint16>(url.port(usualProxyPort));
    const QString user = url.userName(QUrl::FullyDecoded);
    const QString password = url.password(QUrl::FullyDecoded);
    if (scheme == "http"_L1 && !url.host().isEmpty())
        return {QNetworkProxy::HttpProxy, url.host(), port, user, password};
    if ((scheme == "socks5"_L1 || scheme == "socks5h"_L1) && !url.host().isEmpty())
        return {QNetworkProxy::Socks5Proxy, url.host(), port, user, password};
    return {QNetworkProxy::HttpProxy, scheme + u"://"_s + url.host(), port};
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
