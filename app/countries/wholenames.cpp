#include "app/countries/wholenames.h"

#include "app/countries/namewords.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReadName = 160; // characters; the longest name of iso-codes has 70
constexpr qsizetype maximalCachedTexts = 50'000;

/// Places that the rules would mistake for a country: continents, which begin some names, and places whose
/// names look like a country's name with its form of state.
bool isOtherPlace(const QString &folded)
{
    static const QSet<QString> places = [] {
        QSet<QString> keys;
        for (const QString &place : {u"africa"_s, u"asia"_s, u"europe"_s, u"oceania"_s, u"north america"_s,
                 u"south america"_s, u"central america"_s, u"latin america"_s, u"state of mexico"_s,
                 u"east germany"_s, u"republic of dominica"_s, u"niger state"_s, u"kingdom of benin"_s})
            keys.insert(orderlessKey(canonicalWords(place)));
        return keys;
    }();
    return places.contains(orderlessKey(canonicalWords(folded)));
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c < QChar(0x80); });
}

/// Whether the text has emoji, which foldedText() removes. Then it is more than a name.
bool hasEmoji(const QString &text)
{
    if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSurrogate(); }))
        return false;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::any_of(words.cbegin(), words.cend(),
        [](const QString &word) { return word.front().isSurrogate() && foldedText(word).isEmpty(); });
}

/// A footnote mark: one letter, or digits.
bool isFootnoteMark(const QString &folded)
{
    return folded.size() <= 1
        || std::all_of(folded.cbegin(), folded.cend(), [](QChar c) { return c.isDigit(); });
}

} // namespace

WholeNames::WholeNames(const Catalogue &catalogue, const NameIndex &names)
    : m_catalogue(catalogue)
    , m_names(names)
{
}

QString WholeNames::codeOf(const QString &text) const
{
    if (text.isEmpty() || text.size() > longestReadName)
        return {};
    const auto known = m_read.constFind(text);
    if (known != m_read.constEnd())
        return *known;
    if (m_read.size() >= maximalCachedTexts)
        m_read.clear();
    return *m_read.insert(text, read(text));
}

QString WholeNames::read(const QString &text) const
{
    const QString folded = foldedText(text);
    if (folded.isEmpty() || isOtherPlace(folded) || hasEmoji(text))
        return {};
    // A sequence of codes is not a name, although India is "An Do" in Vietnamese.
    const QStringList words = folded.split(u' ');
    if (words.size() > 1 && std::all_of(words.cbegin(), words.cend(), [this, &text](const QString &word) {
            return isAscii(text) && isCodeLike(word, m_catalogue);
        }))
        return {};
    if (const QString code = partWithCountry(text); !code.isEmpty())
        return code;
    const bool list = isListOfNames(text);
    if (const QString code = codeAsWritten(folded); !code.isEmpty())
        return code;
    if (const QString code = codeWithBrackets(text); !code.isEmpty())
        return code;
    return list ? QString() : codeInAnyOrder(canonicalWords(folded));
}

QString WholeNames::codeInOrder(const QString &text) const
{
    const QString folded = foldedText(text);
    return isOtherPlace(folded) || hasEmoji(text) ? QString() : codeAsWritten(folded);
}

QString WholeNames::codeAsWritten(const QString &folded) const
{
    const QStringList own = m_names.codesWithOwnName(folded);
    if (!own.isEmpty())
        return own.size() == 1 ? own.first() : QString();
    const QStringList codes = m_names.codesNamed(folded);
    if (codes.size() == 1)
        return codes.first();
    if (codes.isEmpty() && folded.startsWith("the "_L1))
        return codeAsWritten(folded.sliced(4));
    return {};
}

/// A part followed by its country: "Georgia, USA", "Georgia (US)", "Georgia USA".
QString WholeNames::partWithCountry(const QString &text) const
{
    static const QRegularExpression separated(u"^([^,(]+)[,(]([^,()]+)\\)?$"_s);
    QList<std::pair<QString, QString>> readings;
    if (const auto match = separated.match(text); match.hasMatch()) {
        readings.append({match.captured(1), match.captured(2)});
    } else {
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        for (qsizetype i = 1; i < words.size(); ++i)
            readings.append({words.first(i).join(u' '), words.sliced(i).join(u' ')});
    }
    for (const auto &[name, country] : std::as_const(readings)) {
        const QStringList parts = codesOfPart(foldedText(name));
        const QString parent = parts.isEmpty() ? QString() : codeOrName(country.trimmed());
        for (const QString &part : parts) {
            if (m_catalogue.countryFor(part).parent == parent)
                return part;
        }
    }
    return {};
}

/// The codes of all parts with this name, including names that a country has too.
QStringList WholeNames::codesOfPart(const QString &folded) const
{
    if (m_parts.isEmpty()) {
        for (const ExtraFacts &facts : m_catalogue.extraFacts()) {
            for (const QStringList &names : facts.names) {
                for (const QString &name : facts.parent.isEmpty() ? QStringList() : names)
                    m_parts[foldedText(name)].append(facts.code);
            }
        }
    }
    return m_parts.value(folded);
}

/// A name with brackets that hold a footnote mark, or another name or code of the same country.
QString WholeNames::codeWithBrackets(const QString &text) const
{
    const auto open = std::find_if(
        text.cbegin(), text.cend(), [](QChar c) { return c == u'(' || c == u'[' || c == u'（'; });
    if (open == text.cend())
        return {};
    const auto close
        = std::find_if(open, text.cend(), [](QChar c) { return c == u')' || c == u']' || c == u'）'; });
    const qsizetype from = open - text.cbegin();
    const qsizetype to = close - text.cbegin();
    const QString inside = text.sliced(from + 1, to - from - 1).trimmed();
    const QString before = text.first(from).trimmed();
    const QString after = text.sliced(std::min(to + 1, text.size())).trimmed();
    const QString outside = QStringList{before, after}.join(u' ').trimmed();
    if (outside.isEmpty())
        return to - from + 1 == text.size() ? codeOf(inside) : QString();
    const QString code = codeOrName(outside);
    if (code.isEmpty() || isFootnoteMark(foldedText(inside)))
        return code;
    return codeOrName(inside) == code ? code : QString();
}

QString WholeNames::codeInAnyOrder(const QStringList &words) const
{
    if (words.isEmpty())
        return {};
    const QString key = orderlessKey(words);
    const QStringList bare = withoutForms(words);
    for (const auto *names : {&m_names.keys().own, &m_names.keys().foreign}) {
        if (const auto found = names->constFind(key); found != names->constEnd())
            return *found;
    }
    // Ambiguous names are rejected: "Kingdom of Congo" is neither of the two countries.
    if (bare.size() == words.size() || bare.isEmpty())
        return {};
    const QString code = m_names.keys().own.value(orderlessKey(bare));
    return m_names.keys().withoutGovernment.value(orderlessKey(withoutGovernment(bare))) == code ? code
                                                                                                 : QString();
}

QString WholeNames::codeOrName(const QString &text) const
{
    const QStringList codes
        = text.size() == 1 ? QStringList() : codesOfWord(text, m_catalogue, UnknownCodes::Ignored);
    return codes.size() == 1 ? codes.first() : codeOf(text);
}

/// Whether every text between commas is a country or code. Then the text is a list, unless it is a name as
/// written ("Hong Kong, China").
bool WholeNames::isListOfNames(const QString &text) const
{
    if (!text.contains(u','))
        return false;
    const QStringList names = text.split(u',');
    return std::all_of(names.cbegin(), names.cend(), [this](const QString &name) {
        const QString trimmed = name.trimmed();
        return isCodeLike(trimmed, m_catalogue) || !codeAsWritten(foldedText(trimmed)).isEmpty();
    });
}

QString WholeNames::codeOfPrefix(const QString &text, bool alone) const
{
    constexpr qsizetype fewestLetters = 4;
    constexpr qsizetype fewestForeignLetters = 5; // "rome" begins Romênia, which is Romania
    const QString folded = foldedText(text);
    const QStringList words = folded.split(u' ');
    if (folded.size() < fewestLetters || isOtherPlace(folded) || hasEmoji(text)
        || std::all_of(words.cbegin(), words.cend(), isQualifier))
        return {};
    const QList<NameIndex::Beginning> all = m_names.beginnings(folded);
    const bool anyOwn = std::any_of(all.cbegin(), all.cend(), [](const auto &name) { return name.own; });
    if (!anyOwn && isAscii(folded) && folded.size() < fewestForeignLetters)
        return {};
    QString code;
    bool reachesLastWord = false;
    for (const NameIndex::Beginning &name : all) {
        if (name.own != anyOwn)
            continue;
        if (!code.isEmpty() && code != name.code)
            return {};
        code = name.code;
        reachesLastWord |= !name.rest.contains(u' ');
    }
    return reachesLastWord || (alone && anyOwn) ? code : QString();
}
