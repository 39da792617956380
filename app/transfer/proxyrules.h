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
    /// If problemFor() has a text it returns an unreachable one, so that the program never connects directly
    /// instead.
    [[nodiscard]] std::optional<QNetworkProxy> proxyFor(const QString &scheme, const QString &host) const;

    /// Returns why the variable for this scheme names no usable proxy, with the name of the variable and
    /// without its value, which may have a password. Empty if it does, or if no variable is set.
    [[nodiscard]] QString problemFor(const QString &scheme) const;

private:
    struct Variable
    {
        QString name;
        QString value; ///< without blanks around it; empty if it is not set
    };

    [[nodiscard]] static Variable readVariable(const QProcessEnvironment &environment, const QString &name);
    [[nodiscard]] const Variable &variableFor(const QString &scheme) const;
    [[nodiscard]] bool isDirect(const QString &host) const;

    Variable m_httpProxy;
    Variable m_httpsProxy;
    Variable m_anyProxy;
    QStringList m_direct;
};

/// Selects the proxy for QNetworkAccessManager. ProxyChoice::System follows the environment, else the desktop
/// settings. Loopback addresses never use a system proxy: no proxy elsewhere can reach a server of this
/// computer. Embedded servers are requested with ProxyChoice::None.
class ProxyRules final : public QNetworkProxyFactory
{
public:
    ProxyRules(ProxyChoice choice, const QNetworkProxy &given);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    ProxyChoice m_choice;
    QNetworkProxy m_given;
};

/// Returns the failure of a request to `url`, with the name of its proxy in the detail, or with the name of
/// the variable that names no usable one. Behind a proxy, ConnectionRefused and HostNotFound become Proxy,
/// because only the proxy itself can cause them. Without one, a 407 is a ServerError like other statuses.
[[nodiscard]] Failure withProxyName(Failure failure, const QUrl &url, const TransferSettings &settings);
