#include "app/sources/webaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

struct WebAddress
{
    Q_DECLARE_TR_FUNCTIONS(WebAddress)
};

// A password may hold '/' or '@' where it should not. So what stands before the last '@' is hidden whenever
// it could be one; only a plain host or host and port in front of the first '/' proves that a later '@'
// belongs to the path.
qsizetype endOfCredentials(const QString &address, qsizetype start)
{
    static const QRegularExpression plainHost(u"^[^/?#@:]*(:[0-9]*)?([/?#]|$)"_s);
    if (plainHost.match(address.sliced(start)).hasMatch())
        return start;
    return address.lastIndexOf(u'@') + 1;
}

qsizetype startOfAuthority(const QString &address)
{
    static const QRegularExpression scheme(u"\\A([A-Za-z][A-Za-z0-9+.-]*:)?//"_s);
    return scheme.match(address).capturedLength();
}

/// Of an address that may be none otherwise.
bool hasImpossiblePort(const QString &address)
{
    static const QRegularExpression port(u":([0-9]+)\\z"_s);
    const QString authority = address.sliced(startOfAuthority(address)).section(u'/', 0, 0);
    const QRegularExpressionMatch found = port.match(authority.section(u'@', -1));
    if (!found.hasMatch())
        return false;
    bool isNumber = false;
    const int number = found.captured(1).toInt(&isNumber);
    return !isNumber || number < 1 || number > std::numeric_limits<quint16>::max();
}

} // namespace

std::optional<QString> webAddressFault(const QString &address, Credentials credentials)
{
    if (address != address.trimmed())
        return WebAddress::tr("there are spaces around the address; write it without");
    static const QRegularExpression anyScheme(u"\\A([A-Za-z][A-Za-z0-9+.-]*://|https?:)"_s);
    if (!address.isEmpty() && !anyScheme.match(address).hasMatch())
        return WebAddress::tr("an address begins with http:// or https://");
    if (hasImpossiblePort(address))
        return WebAddress::tr("the port must be from 1 to 65535");
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid())
        return WebAddress::tr(
            "this is not a valid address; spaces and other special characters must be percent-encoded");
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return WebAddress::tr("only http:// and https:// addresses are allowed");
    if (url.host().isEmpty())
        return WebAddress::tr("the address has no host; allowed is http://HOST/... or https://HOST/...");
    if (credentials == Credentials::Refused && !url.userInfo().isEmpty())
        return WebAddress::tr("a user name or password is not allowed here");
    return std::nullopt;
}

QString shownAddress(const QString &address)
{
    constexpr qsizetype longest = 120;
    QString shown = address;
    const qsizetype start = startOfAuthority(shown);
    if (const qsizetype end = endOfCredentials(shown, start); end > start)
        shown.replace(start, end - start, u"...@"_s);
    std::replace_if(
        shown.begin(), shown.end(), [](QChar c) { return !c.isPrint(); }, u'?');
    return shown.size() > longest ? shown.first(longest) + u"..."_s : shown;
}

QString withoutCredentials(const QString &address)
{
    const qsizetype start = startOfAuthority(address);
    QString without = address;
    return without.remove(start, endOfCredentials(address, start) - start);
}
