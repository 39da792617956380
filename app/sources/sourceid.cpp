#include "app/sources/sourceid.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

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
