#pragma once

#include <QNetworkProxy>
#include <QProcessEnvironment>
#include <QUrl>

#include <optional>

/// What the environment says about proxies, read as curl reads it: http_proxy, https_proxy and all_proxy name
/// a proxy, with or without a scheme; no_proxy lists hosts, domains and networks that are asked directly, "*"
/// meaning all. Names are known in capitals too, but for HTTP_PROXY, which a web server sets from a visitor's
/// header (httpoxy). A value.
class ProxyVariables final
{
public:
    explicit ProxyVariables(const QProcessEnvironment &environment);

    /// The proxy for the address, NoProxy where it is to be asked directly; nothing if no variable says. A
    /// kind of proxy that Qt does not know gives one that cannot be reached: never a direct connection
    /// instead.
    [[nodiscard]] std::optional<QNetworkProxy> proxyFor(const QString &scheme, const QString &host) const;

private:
    [[nodiscard]] bool isDirect(const QString &host) const;

    QString m_httpProxy;
    QString m_httpsProxy;
    QString m_anyProxy;
    QStringList m_direct;
};
