#pragma once

#include "app/transfer/transfersettings.h"

#include <QNetworkProxyFactory>
#include <QString>
#include <QUrl>

/// Answers QNetworkAccessManager's question for a proxy. With ProxyChoice::System, what the desktop or the
/// environment says, except for this machine's own addresses: the embedded server is never asked through a
/// proxy.
class ProxyRules final : public QNetworkProxyFactory
{
public:
    ProxyRules(ProxyChoice choice, const QNetworkProxy &given);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    ProxyChoice m_choice;
    QNetworkProxy m_given;
};

/// "host:port" of the proxy between this machine and the address; empty if there is none.
[[nodiscard]] QString proxyOnTheWayTo(const QUrl &url, const TransferSettings &settings);
