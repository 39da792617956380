#include "app/countries/catalogue.h"

#include "app/countries/cataloguedata.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Call this before toUpper(), which turns "ß" into two letters.
bool hasOnlyLetters(const QString &word)
{
    return std::all_of(word.cbegin(), word.cend(),
        [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); });
}

bool hasOnlyDigits(const QString &word)
{
    return std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Whether the text has the form of an ISO 3166-1 numeric code.
bool isNumericCode(const QString &text)
{
    return text.size() == 3 && hasOnlyDigits(text);
}

std::optional<Country> findNumber(const CodeTable &countries, int number)
{
    const auto found = std::ranges::find(countries.entries, number, &Country::number);
    return number == 0 || found == countries.entries.cend() ? std::nullopt : std::optional(*found);
}

QStringList pairsBeginningWith(QChar first, const Catalogue &catalogue, UnknownCodes unknown)
{
    QStringList pairs;
    for (char16_t second = u'A'; second <= u'Z'; ++second) {
        const QString pair = QString{first} + QChar(second);
        if (unknown == UnknownCodes::Accepted || catalogue.find(pair))
            pairs.append(pair);
    }
    return pairs;
}

QString aliasedCode(const QString &upper, const Catalogue &catalogue)
{
    const auto &aliases = catalogue.facts().aliases;
    const auto found = std::find_if(aliases.cbegin(), aliases.cend(),
        [&upper](const QStringList &names) { return names.contains(upper); });
    return found == aliases.cend() ? QString() : found.key();
}

} // namespace

Catalogue::Catalogue(const QString &language)
    : m_data(CatalogueData::of(language))
{
}

const QList<Country> &Catalogue::countries() const
{
    return m_data->sortedCountries();
}

const QList<Country> &Catalogue::extras() const
{
    return m_data->sortedExtras();
}

const QList<ExtraFacts> &Catalogue::extraFacts() const
{
    return shippedExtras().extras;
}

const CountryFacts &Catalogue::facts() const
{
    return shippedFacts();
}

const QString &Catalogue::language() const
{
    return m_data->language();
}

std::optional<Country> Catalogue::find(const QString &code) const
{
    const QString upper = code.toUpper();
    if (const Country *country = m_data->countries().find(upper))
        return *country;
    if (isNumericCode(upper))
        return findNumber(m_data->countries(), upper.toInt());
    if (const Country *extra = m_data->extras().find(upper))
        return *extra;
    const QString other = shippedExtras().otherCodes.value(upper);
    return other.isEmpty() ? std::nullopt : find(other);
}

Country Catalogue::countryFor(const QString &code) const
{
    const QString upper = code.toUpper();
    return find(upper).value_or(Country{.code = upper, .iso3 = {}, .name = {}, .displayName = upper});
}

QStringList codesOfWord(const QString &word, const Catalogue &catalogue, UnknownCodes unknown)
{
    const QString emoji = codeOfEmoji(word);
    if (!emoji.isEmpty())
        return unknown == UnknownCodes::Accepted || catalogue.find(emoji) ? QStringList{emoji}
                                                                          : QStringList();
    if (const auto extra = catalogue.find(word); extra && extra->kind != CountryKind::Country)
        return {extra->code};
    const bool letters = hasOnlyLetters(word);
    if (word.isEmpty() || word.size() > 3 || !(letters || isNumericCode(word)))
        return {};
    const QString upper = word.toUpper();
    if (word.size() == 1)
        return pairsBeginningWith(upper.front(), catalogue, unknown);
    if (const auto country = catalogue.find(upper))
        return {country->code};
    if (const QString code = aliasedCode(upper, catalogue); !code.isEmpty())
        return {code};
    return word.size() == 2 && unknown == UnknownCodes::Accepted ? QStringList{upper} : QStringList();
}

bool isCodeLike(const QString &word, const Catalogue &catalogue)
{
    if (word.contains(u'-'))
        return catalogue.find(word).has_value();
    return hasOnlyLetters(word) && (word.size() == 2 || (word.size() == 3 && catalogue.find(word)));
}
