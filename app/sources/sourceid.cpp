#include "app/sources/sourceid.h"

#include <QRegularExpression>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestId = 40; // characters, so that it fits on a command line

/// Without ICU's data, only the ASCII letters of the name are used.
QString inAscii(const QString &text)
{
    static const std::unique_ptr<const icu::Transliterator> toAscii = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<const icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    }();
    static const QRegularExpression other(u"[^\\x00-\\x7F]"_s);
    if (!toAscii || !text.contains(other)) // creating the transliterator takes tens of milliseconds
        return text;
    icu::UnicodeString letters(text.utf16(), static_cast<int32_t>(text.size()));
    toAscii->transliterate(letters);
    return QString::fromUtf16(letters.getBuffer(), letters.length());
}

} // namespace

QString sourceIdOfName(const QString &name, const QStringList &taken)
{
    static const QRegularExpression gap(u"[^a-z0-9]+"_s);
    static const QRegularExpression outer(u"\\A-+|-+\\z"_s);

    if (name.trimmed().isEmpty())
        return {};
    QString id = inAscii(name).toLower().replace(gap, u"-"_s).remove(outer);
    id = id.left(longestId).remove(outer);
    return uniqueSourceId(id.isEmpty() ? u"source"_s : id, taken);
}

QString uniqueSourceId(const QString &id, const QStringList &taken)
{
    QString unique = id;
    for (int number = 2; taken.contains(unique, Qt::CaseInsensitive); ++number)
        unique = u"%1-%2"_s.arg(id, QString::number(number));
    return unique;
}
