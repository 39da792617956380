#include "app/countries/namewords.h"

#include <QHash>
#include <QSet>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

bool isAscii(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c < QChar(0x80); });
}

/// Characters inside words that do not separate words.
bool isDropped(char16_t c)
{
    switch (c) {
    case u'\'':
    case u'`':
    case u'.':
    case 0x00B4: // acute accent as a separate character
    case 0x02B9: // modifier letters and quotation marks that are typed as apostrophes
    case 0x02BB:
    case 0x02BC:
    case 0x02BE:
    case 0x02BF:
    case 0x2018:
    case 0x2019:
    case 0x2032:
        return true;
    default:
        return false;
    }
}

icu::UnicodeString withoutApostrophes(QStringView text)
{
    icu::UnicodeString kept;
    for (const QChar c : text) {
        if (!isDropped(c.unicode()))
            kept.append(c.unicode());
    }
    return kept;
}

/// The letters without case and marks.
icu::UnicodeString bare(const icu::UnicodeString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *caseFolder = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto *decomposer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        return text;
    const icu::UnicodeString decomposed = decomposer->normalize(caseFolder->normalize(text, status), status);
    icu::UnicodeString letters;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        if (u_charType(decomposed.char32At(i)) != U_NON_SPACING_MARK)
            letters.append(decomposed.char32At(i));
    }
    return letters;
}

bool hasLatinBeyondAscii(const icu::UnicodeString &text)
{
    for (int32_t i = 0; i < text.length(); ++i) {
        if (text.charAt(i) >= 0x80 && text.charAt(i) < 0x250)
            return true;
    }
    return false;
}

/// Maps "ø" to "o" and "ß" to "ss". The transliterator is created once, because that takes ten times as long
/// as using it on a thousand names.
void toAscii(icu::UnicodeString &text)
{
    static const std::unique_ptr<const icu::Transliterator> toAscii = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<const icu::Transliterator>(
            icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    }();
    if (toAscii)
        toAscii->transliterate(text);
}

bool belongsToWord(char32_t c)
{
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return (mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_MC_MASK)) != 0;
}

/// The words, separated by one space.
QString spacedWords(const icu::UnicodeString &text)
{
    QString result;
    result.reserve(text.length());
    bool gap = false;
    const auto append = [&](QStringView word) {
        if (gap && !result.isEmpty())
            result += u' ';
        gap = false;
        result += word;
    };
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = static_cast<char32_t>(text.char32At(i));
        if (c == U'&') {
            gap = true;
            append(u"and");
            gap = true;
        } else if (belongsToWord(c)) {
            append(QChar::fromUcs4(c));
        } else if (!(c < 0x10000 && isDropped(static_cast<char16_t>(c)))) {
            gap = true;
        }
    }
    return result;
}

using Words = QSet<QString>;

const Words &articles()
{
    static const Words words{u"the"_s, u"of"_s, u"and"_s};
    return words;
}

const Words &forms()
{
    static const Words words{u"republic"_s, u"kingdom"_s, u"state"_s, u"commonwealth"_s, u"principality"_s,
        u"sultanate"_s, u"emirate"_s, u"duchy"_s};
    return words;
}

const Words &governments()
{
    static const Words words{u"democratic"_s, u"peoples"_s, u"socialist"_s, u"islamic"_s, u"arab"_s, u"fed"_s,
        u"plurinational"_s, u"bolivarian"_s, u"independent"_s, u"grand"_s, u"union"_s, u"cooperative"_s,
        u"special"_s, u"administrative"_s, u"region"_s, u"sar"_s, u"province"_s, u"states"_s, u"hashemite"_s,
        u"oriental"_s, u"eastern"_s};
    return words;
}

/// Words of names such as "South Sudan" and "American Samoa".
const Words &adjectives()
{
    static const Words words{u"north"_s, u"south"_s, u"east"_s, u"west"_s, u"northern"_s, u"southern"_s,
        u"eastern"_s, u"western"_s, u"central"_s, u"new"_s, u"old"_s, u"great"_s, u"greater"_s, u"lesser"_s,
        u"upper"_s, u"lower"_s, u"inner"_s, u"outer"_s, u"united"_s, u"saint"_s, u"american"_s, u"british"_s,
        u"french"_s, u"dutch"_s, u"part"_s, u"islands"_s, u"island"_s, u"isle"_s, u"territory"_s,
        u"territories"_s, u"country"_s};
    return words;
}

QString expanded(const QString &word)
{
    static const QHash<QString, QString> canonical{{u"rep"_s, u"republic"_s}, {u"dem"_s, u"democratic"_s},
        {u"people"_s, u"peoples"_s}, {u"sts"_s, u"states"_s}, {u"st"_s, u"saint"_s}, {u"utd"_s, u"united"_s},
        {u"fed"_s, u"fed"_s}, {u"federal"_s, u"fed"_s}, {u"federated"_s, u"fed"_s},
        {u"federative"_s, u"fed"_s}, {u"isl"_s, u"islands"_s}, {u"isls"_s, u"islands"_s},
        {u"isds"_s, u"islands"_s}, {u"terr"_s, u"territory"_s}};
    return canonical.value(word, word);
}

QStringList without(QStringList words, const Words &left)
{
    words.removeIf([&left](const QString &word) { return left.contains(word); });
    return words;
}

} // namespace

QString foldedText(QStringView text)
{
    if (isAscii(text))
        return spacedWords(withoutApostrophes(text).toLower(icu::Locale::getRoot()));
    icu::UnicodeString letters = bare(withoutApostrophes(text));
    if (hasLatinBeyondAscii(letters))
        toAscii(letters);
    return spacedWords(letters);
}

QStringList canonicalWords(const QString &folded)
{
    QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words)
        word = expanded(word);
    return without(words, articles());
}

QString orderlessKey(QStringList words)
{
    words.sort();
    return words.join(u' ');
}

QStringList withoutForms(const QStringList &words)
{
    return without(words, forms());
}

QStringList withoutGovernment(const QStringList &words)
{
    return without(without(words, forms()), governments());
}

bool isQualifier(const QString &foldedWord)
{
    const QString word = expanded(foldedWord);
    return articles().contains(word) || forms().contains(word) || governments().contains(word)
        || adjectives().contains(word);
}

bool isOnlyQualifiers(const QString &text)
{
    const QStringList words = foldedText(text).split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && std::all_of(words.cbegin(), words.cend(), isQualifier);
}

bool isConjunction(const QString &word)
{
    static const Words words{
        u"and"_s, u"und"_s, u"et"_s, u"y"_s, u"e"_s, u"en"_s, u"i"_s, u"и"_s, u"和"_s, u"و"_s, u"&"_s};
    return words.contains(word);
}
