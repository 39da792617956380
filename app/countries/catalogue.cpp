#include "app/countries/catalogue.h"

#include "app/countries/countrynames.h"

#include <QCollator>
#include <QLocale>

#include <unicode/locid.h>
#include <unicode/region.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Null if the code is not a country. ICU also lists three parts of countries (DG, EA, IC) whose codes ISO
/// only reserves; they have no number.
const icu::Region *icuCountry(const char *code)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region *region = icu::Region::getInstance(code, status);
    return U_SUCCESS(status) && region->getNumericCode() >= 0 ? region : nullptr;
}

QString idOf(const QList<Place> &places, const icu::Region *region)
{
    const auto code = QLatin1StringView(region != nullptr ? region->getRegionCode() : "");
    const auto place = std::find_if(
        places.cbegin(), places.cend(), [code](const Place &each) { return each.code == code; });
    return place == places.cend() ? QString() : place->id;
}

void correct(Country &country, const Correction &correction)
{
    if (!correction.continent.isEmpty())
        country.continent = correction.continent;
    if (!correction.region.isEmpty())
        country.region = correction.region;
    country.number = correction.number.value_or(country.number);
}

QCollator collatorFor(const QString &language)
{
    const QLocale locale(language);
    return QCollator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
}

Country named(const QString &code, const QString &language)
{
    Country country{code, {}, countryNameIn(code, u"en"_s), countryNameIn(code, language)};
    if (country.displayName.isEmpty())
        country.displayName = code;
    return country;
}

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
    : m_language(language)
    , m_facts(shippedFacts())
    , m_extraCodes(shippedExtras())
{
    for (const char *const *code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        const icu::Region *region = icuCountry(*code);
        if (region == nullptr)
            continue;
        Country country = named(QString::fromLatin1(*code), language);
        country.iso3 = QString::fromLatin1(icu::Locale("", *code).getISO3Country());
        country.number = region->getNumericCode();
        country.continent = idOf(m_facts.continents, region->getContainingRegion(URGN_CONTINENT));
        country.region = idOf(m_facts.regions, region->getContainingRegion());
        correct(country, m_facts.corrections.value(country.code));
        m_countries.append(country);
    }

    const QCollator collator = collatorFor(language);
    std::sort(m_countries.begin(), m_countries.end(), [&collator](const Country &left, const Country &right) {
        return collator.compare(left.displayName, right.displayName) < 0;
    });
    for (const Country &country : std::as_const(m_countries))
        insertCodesOf(country);
    addExtras();
}

void Catalogue::addExtras()
{
    for (const ExtraFacts &facts : std::as_const(m_extraCodes.extras)) {
        Country extra{facts.code, {}, extraNameIn(facts, u"en"_s), extraNameIn(facts, m_language)};
        extra.kind = facts.kind;
        extra.parent = facts.parent;
        const Country parent = m_byCode.value(facts.parent);
        extra.continent = parent.continent;
        extra.region = parent.region;
        m_extras.append(extra);
        m_byCode.insert(extra.code, extra);
    }
    const QCollator collator = collatorFor(m_language);
    std::sort(m_extras.begin(), m_extras.end(), [&](const Country &left, const Country &right) {
        const int order = collator.compare(
            m_byCode.value(left.parent).displayName, m_byCode.value(right.parent).displayName);
        return order != 0 ? order < 0 : collator.compare(left.displayName, right.displayName) < 0;
    });
    for (auto code = m_extraCodes.otherCodes.begin(); code != m_extraCodes.otherCodes.end(); ++code) {
        if (const auto meant = find(code.value())) // a copy, because insert() may reallocate
            m_byCode.insert(code.key(), *meant);
    }
}

void Catalogue::insertCodesOf(const Country &country)
{
    m_byCode.insert(country.code, country);
    if (!country.iso3.isEmpty())
        m_byCode.insert(country.iso3, country);
    if (country.number > 0)
        m_byCode.insert(numericCode(country), country);
}

std::optional<Country> Catalogue::find(const QString &code) const
{
    const auto country = m_byCode.constFind(code.toUpper());
    return country == m_byCode.constEnd() ? std::nullopt : std::optional(*country);
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
    if (word.isEmpty() || word.size() > 3 || !(letters || (word.size() == 3 && hasOnlyDigits(word))))
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
