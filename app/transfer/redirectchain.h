#pragma once

#include "app/failures/failure.h"

#include <QNetworkCookieJar>
#include <QUrl>

#include <memory>
#include <optional>

class QNetworkReply;

/// The redirects of one try of a request. Decides which redirects are followed, and holds the cookies that
/// they set, because a server may expect them at the new address. The cookies are sent on this chain only.
class RedirectChain final
{
public:
    RedirectChain();

    /// Forgets redirects and cookies, for the next try.
    void clear();

    /// Whether the response has a redirect status and a Location header.
    [[nodiscard]] static bool isRedirect(const QNetworkReply &reply);

    /// Follows the redirect to target(), or returns why not: the target is not HTTP, leads from https to
    /// http, or there were too many redirects.
    [[nodiscard]] std::optional<Failure> follow(const QNetworkReply &reply);
    /// The URL to request next, without user name and password.
    [[nodiscard]] const QUrl &target() const { return m_target; }

    /// Returns the value of the Cookie header, empty if there are no cookies.
    [[nodiscard]] QByteArray cookiesFor(const QUrl &url) const;

private:
    int m_redirects = 0;
    QUrl m_target;
    std::unique_ptr<QNetworkCookieJar> m_cookies; // null: none were set
};
