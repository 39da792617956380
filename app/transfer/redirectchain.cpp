#include "app/transfer/redirectchain.h"

#include <QCoreApplication>
#include <QNetworkCookie>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace {

struct RedirectText
{
    Q_DECLARE_TR_FUNCTIONS(RedirectText)
};

constexpr int maximalRedirects = 5;
constexpr qsizetype maximalCookieBytes = 8192; // what servers accept in one header

} // namespace

RedirectChain::RedirectChain() = default;

void RedirectChain::clear()
{
    m_redirects = 0;
    m_cookies.reset();
}

bool RedirectChain::isRedirect(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isStatus = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    return isStatus && reply.hasRawHeader("Location");
}

std::optional<Failure> RedirectChain::follow(const QNetworkReply &reply)
{
    const QUrl from = reply.url();
    m_target = from.resolved(QUrl::fromEncoded(reply.rawHeader("Location")));
    m_target.setUserInfo({});
    const bool isHttp = m_target.scheme() == "http"_L1 || m_target.scheme() == "https"_L1;
    const bool isDowngrade = from.scheme() == "https"_L1 && m_target.scheme() != "https"_L1;
    if (!m_target.isValid() || m_target.host().isEmpty() || !isHttp || isDowngrade)
        return Failure{FailureKind::Redirect, 0, m_target.toDisplayString()};
    if (++m_redirects > maximalRedirects)
        return Failure{
            FailureKind::Redirect, 0, RedirectText::tr("more than %1 redirects").arg(maximalRedirects)};
    if (const QByteArray set = reply.rawHeader("Set-Cookie"); !set.isEmpty()) {
        if (!m_cookies)
            m_cookies = std::make_unique<QNetworkCookieJar>();
        m_cookies->setCookiesFromUrl(QNetworkCookie::parseCookies(set), from);
    }
    return std::nullopt;
}

QByteArray RedirectChain::cookiesFor(const QUrl &url) const
{
    QByteArray value;
    const auto cookies = m_cookies ? m_cookies->cookiesForUrl(url) : QList<QNetworkCookie>();
    for (const QNetworkCookie &cookie : cookies) {
        const QByteArray pair = cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
        if (value.size() + pair.size() <= maximalCookieBytes)
            value += (value.isEmpty() ? "" : "; ") + pair;
    }
    return value;
}
