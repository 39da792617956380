#include "app/countries/namelookup.h"

#include "app/countries/namewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestBeginning = 4; // words

/// Empty if one of the terms has no letters, such as an emoji, and cannot be part of a name.
QStringList foldedWords(const QueryPart &terms)
{
    QStringList words;
    for (const QueryTerm &term : terms)
        words.append(foldedText(term.text));
    return words.contains(QString()) ? QStringList() : words;
}

/// So few Latin letters that nearly every country has a name with them in some language.
bool isShort(const QString &phrase)
{
    return phrase.size() < 3
        && std::all_of(phrase.cbegin(), phrase.cend(), [](QChar c) { return c < QChar(0x80); });
}

bool isForeign(NameFit fit)
{
    return fit == NameFit::ForeignExact || fit == NameFit::ForeignPrefix || fit == NameFit::ForeignWordPrefix
        || fit == NameFit::ForeignSubstring;
}

/// The codes with the best fit, where all words occur in one name.
QStringList bestFits(const QStringList &words, const NameIndex &names)
{
    constexpr qsizetype fewestLetters = 3;
    if (words.join(QString()).size() < fewestLetters)
        return {};
    const std::vector<NameFit> fits = names.fits(words);
    const auto best = std::min_element(fits.cbegin(), fits.cend());
    QStringList codes;
    for (std::size_t i = 0; best != fits.cend() && *best <= NameFit::ForeignWordPrefix && i < fits.size();
         ++i) {
        if (fits[i] == *best)
            codes.append(names.codes().at(static_cast<qsizetype>(i)));
    }
    return codes;
}

} // namespace

NameLookup::NameLookup(const Catalogue &catalogue, const NameIndex &names, QueryUse use)
    : m_catalogue(catalogue)
    , m_names(names)
    , m_use(use)
{
}

QStringList NameLookup::exactMatches(const QueryPart &words) const
{
    if (words.size() == 1) {
        const auto codes = codesOfWord(words.first().text, m_catalogue,
            m_use == QueryUse::Field ? UnknownCodes::Ignored : UnknownCodes::Accepted);
        if (!codes.isEmpty())
            return codes;
    } else {
        // A sequence of codes is not a name, although India is "An Do" in Vietnamese.
        const bool separate = std::all_of(words.cbegin(), words.cend(),
            [this](const QueryTerm &term) { return isCodeLike(term.text, m_catalogue); });
        const bool quoted
            = std::any_of(words.cbegin(), words.cend(), [](const auto &term) { return term.quoted; });
        if (separate || quoted)
            return {};
    }
    return m_names.codesNamed(foldedWords(words).join(u' '));
}

std::optional<QStringList> NameLookup::exactMatchesOfEach(const QueryPart &words) const
{
    QStringList codes;
    for (qsizetype i = 0; i < words.size();) {
        QStringList found;
        qsizetype count = std::min(words.size() - i, longestCountryName);
        while (count > 0 && (found = exactMatches(words.sliced(i, count))).isEmpty())
            --count;
        if (count == 0)
            return std::nullopt;
        codes += found;
        i += count;
    }
    return codes;
}

NameLookup::FirstName NameLookup::firstName(const QueryPart &words)
{
    for (qsizetype count = std::min(words.size(), longestCountryName); count > 0; --count) {
        if (const QStringList codes = exactMatches(words.first(count)); !codes.isEmpty())
            return {codes, count, true};
    }
    if (m_use == QueryUse::ExactArguments)
        return {};
    for (qsizetype count = std::min(words.size(), longestBeginning); count > 1; --count) {
        if (const QStringList codes = rankedMatches(words.first(count), NameFit::ForeignWordPrefix, true);
            !codes.isEmpty())
            return {codes, count};
    }
    return {rankedMatches(words.first(1), NameFit::ForeignWordPrefix, true)};
}

QStringList NameLookup::rankedMatches(const QueryPart &words, NameFit worst, bool bestOnly)
{
    const QStringList folded = foldedWords(words);
    const QString phrase = folded.join(u' ');
    if (phrase.isEmpty() || (m_use != QueryUse::Field && isShort(phrase)))
        return {};
    if (!m_fits.contains(phrase))
        m_fits.insert(phrase, m_names.fits(folded));
    const std::vector<NameFit> &fits = m_fits[phrase];

    QStringList codes;
    for (auto fit = NameFit::Exact; fit <= worst; fit = static_cast<NameFit>(static_cast<quint8>(fit) + 1)) {
        const bool noise = (isForeign(fit) && fit != NameFit::ForeignExact && isShort(phrase))
            || (fit == NameFit::ForeignSubstring && !codes.isEmpty())
            || (fit == NameFit::Substring && isShort(phrase) && !codes.isEmpty());
        for (std::size_t i = 0; !noise && i < fits.size(); ++i) {
            if (fits[i] == fit)
                codes.append(m_names.codes().at(static_cast<qsizetype>(i)));
        }
        if (bestOnly && !codes.isEmpty())
            break;
    }
    return codes;
}

QString NameLookup::nearestName(const QueryPart &words) const
{
    const QString first = foldedText(words.first().text);
    const QString whole = foldedWords(words.first(std::min(words.size(), longestBeginning))).join(u' ');
    QString code;
    for (const QString &text : {whole, first}) {
        if (code.isEmpty())
            code = m_names.nearest(text);
    }
    const auto country = m_catalogue.find(code);
    return country ? country->displayName : QString();
}

QStringList nameSuggestions(const QString &text, const Catalogue &catalogue, const NameIndex &names)
{
    constexpr qsizetype most = 3;
    const QStringList words = foldedText(text).split(u' ', Qt::SkipEmptyParts);
    QStringList significant = words;
    significant.removeIf(isQualifier);
    if (significant.isEmpty())
        return {};
    QStringList codes = bestFits(words, names);
    codes.append(names.nearest(words.join(u' ')));
    for (const QString &word : std::as_const(significant)) {
        if (codes.join(QString()).isEmpty())
            codes = names.codesWithOwnName(word) + QStringList{names.nearest(word)};
    }
    std::stable_partition(codes.begin(), codes.end(), [&catalogue](const QString &code) {
        const auto found = catalogue.find(code);
        return found && found->kind == CountryKind::Country;
    });
    QStringList texts;
    for (const QString &code : std::as_const(codes)) {
        const auto country = catalogue.find(code);
        if (country && texts.size() < most && !texts.contains(country->displayName))
            texts.append(country->displayName);
    }
    return texts;
}
