#include "app/terminal/shownword.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString shownWord(const QString &word)
{
    constexpr qsizetype longest = 120;
    static const QRegularExpression unprintable(u"\\p{C}"_s, QRegularExpression::UseUnicodePropertiesOption);

    QString shown = word;
    shown.replace(unprintable, u"?"_s);
    // Greedy on purpose: a password may itself hold an '@', and what follows the last one cannot be secret.
    if (const qsizetype at = shown.lastIndexOf(u'@'); at >= 0) {
        const qsizetype scheme = shown.indexOf("://"_L1);
        shown = (scheme >= 0 && scheme < at ? shown.first(scheme + 3) : QString()) + u"..."_s
            + shown.sliced(at);
    }
    if (shown.size() > longest)
        shown = shown.first(longest) + u"..."_s;
    return shown.isEmpty() ? u"''"_s : shown;
}
