#include "app/transfer/httprequest.h"

#include <QCoreApplication>
#include <QNetworkRequest>

QNetworkRequest httpRequest(const QUrl &url, const QByteArray &authorization)
{
    // Whoever runs a server should know who asks, and where to complain.
    static const QByteArray userAgent
        = "Flagfetch/" + QCoreApplication::applicationVersion().toLatin1() + " (+" FLAGFETCH_HOMEPAGE ")";

    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // A server that closes an HTTP/2 connection leaves replies that never finish.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", userAgent);
    // Rules of web application firewalls refuse requests without this one.
    request.setRawHeader("Accept", "image/*,*/*;q=0.8");
    request.setRawHeader("Accept-Encoding", "identity");
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    return request;
}
