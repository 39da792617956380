#pragma once

#include "app/failures/failure.h"
#include "app/transfer/transfersettings.h"

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

/// The proxy settings of the environment, read as curl reads them. http_proxy, https_proxy and all_proxy name
/// a proxy, with or without a scheme. no_proxy lists hosts, domains and networks for direct connections; "*"
/// stands for all. Upper-case names work too, except HTTP_PROXY, which a web server sets from a client's
/// header (httpoxy). A value class.
class ProxyVariables final
{
public:
    explicit ProxyVariables(const QProcessEnvironment &environment);

    /// Returns the proxy for the host, NoProxy for a direct connection, or nothing if no variable applies.
    /// For a kind of proxy that Qt does not support it returns an unreachable one, so that the program never
    /// connects directly instead.
    [[nodiscard]] std::optional<QNetworkProxy> proxyFor(const QString &scheme, const QString &host) const;

private:
    [[nodiscard]] bool isDirect(const QString &host) const;

    QString m_httpProxy;
    QString m_httpsProxy;
    QString m_anyProxy;
    QStringList m_direct;
};

/// Selects the proxy for QNetworkAccessManager. ProxyChoice::System follows the environment, else the desktop
/// settings. Loopback addresses never use a system proxy, so the embedded server is always reached directly.
class ProxyRules final : public QNetworkProxyFactory
{
public:
    ProxyRules(ProxyChoice choice, const QNetworkProxy &given);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    ProxyChoice m_choice;
    QNetworkProxy m_given;
};

/// Returns the failure of a request to `url`, with the name of its proxy in the detail. Behind a proxy,
/// ConnectionRefused and HostNotFound become Proxy, because only the proxy itself can cause them.
[[nodiscard]] Failure withProxyName(Failure failure, const QUrl &url, const TransferSettings &settings);
