#include "app/terminal/shellword.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString shellWord(const QString &text)
{
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(uR"([\w./:@%+=,-]+)"_s),
        QRegularExpression::UseUnicodePropertiesOption);
    if (plain.match(text).hasMatch())
        return text;
    return u'\'' + QString(text).replace(u'\'', uR"('\'')"_s) + u'\'';
}
