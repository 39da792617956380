#pragma once

#include "app/failures/failure.h"

#include <QNetworkCookieJar>
#include <QUrl>

#include <memory>
#include <optional>

class QNetworkReply;

/// Where one try of a request has been sent on to. Decides which redirects are followed, and holds the
/// cookies that they set: a server may want them back at the new address. They are sent on this chain only,
/// and forgotten with it.
class RedirectChain final
{
public:
    RedirectChain();

    /// Another try starts at the beginning.
    void clear();

    /// Whether the answer points to another place, with a status that means that.
    [[nodiscard]] static bool isRedirect(const QNetworkReply &reply);

    /// The reason not to follow the answer's redirect: not HTTP, from https to http, or one too many. Nothing
    /// if it is to be followed, to target().
    [[nodiscard]] std::optional<Failure> follow(const QNetworkReply &reply);
    /// Without user name and password.
    [[nodiscard]] const QUrl &target() const { return m_target; }

    /// The value of a Cookie header; empty for none.
    [[nodiscard]] QByteArray cookiesFor(const QUrl &url) const;

private:
    int m_redirects = 0;
    QUrl m_target;
    std::unique_ptr<QNetworkCookieJar> m_cookies; // null: none were set
};
