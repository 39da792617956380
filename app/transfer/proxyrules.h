#pragma once

#include "app/failures/failure.h"
#include "app/transfer/transfersettings.h"

#include <QNetworkProxyFactory>
#include <QString>
#include <QUrl>

/// Answers QNetworkAccessManager's question for a proxy. With ProxyChoice::System, what the
/// environment or else the desktop says, except for this machine's own addresses: the embedded server is
/// never asked through a proxy.
class ProxyRules final : public QNetworkProxyFactory
{
public:
    ProxyRules(ProxyChoice choice, const QNetworkProxy &given);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    ProxyChoice m_choice;
    QNetworkProxy m_given;
};

/// The failure of a request to `url`, with the name of the proxy on the way. Behind a proxy, it is the proxy
/// alone that refuses, drops or is not found.
[[nodiscard]] Failure withProxyNamed(Failure failure, const QUrl &url, const TransferSettings &settings);
