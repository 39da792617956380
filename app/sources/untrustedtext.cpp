#include "app/sources/untrustedtext.h"

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

// A password may contain an unencoded '/' or '@'. So everything before the last '@' is hidden if it may be a
// password. Only a plain host, or a host and port, in front of the first '/' proves that a later '@' belongs
// to the path.
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

/// Whether the text looks like a URL with a port that is no number from 1 to 65535.
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

/// Joiners are format characters too, but some languages need them in names, so they stay.
bool isControl(QChar character)
{
    const char16_t code = character.unicode();
    const bool turnsText = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return turnsText || character.category() == QChar::Other_Control
        || character.category() == QChar::Separator_Line
        || character.category() == QChar::Separator_Paragraph;
}

} // namespace

std::optional<QString> webAddressProblem(const QString &address, Credentials credentials)
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

QString plainText(const QString &text)
{
    QString plain = text.first(std::min(text.size(), longestPlainText));
    if (plain.size() < text.size() && plain.back().isHighSurrogate())
        plain.chop(1);
    plain = QString::fromUtf8(plain.toUtf8()); // a surrogate without the other of its pair becomes '?'
    std::replace_if(plain.begin(), plain.end(), &isControl, u' ');
    return plain;
}

bool isSourceId(const QString &id)
{
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,254}\\z"_s);
    return allowed.match(id).hasMatch();
}

QString sourceIdOfHost(const QString &host)
{
    static const QRegularExpression unusable(u"[^A-Za-z0-9._-]"_s);
    static const QRegularExpression unusableInFront(u"\\A[._-]+"_s);

    const QString ascii = QString::fromLatin1(QUrl::toAce(host));
    QString id = host.contains(u':') ? u"ipv6-"_s + host : ascii.isEmpty() ? host : ascii;
    id.replace(unusable, u"-"_s).remove(unusableInFront);
    return id.isEmpty() ? u"host"_s : id;
}
