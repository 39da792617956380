#include "app/countries/catalogue.h"

#include "app/countries/countrynames.h"

#include <QCollator>
#include <QLocale>

#include <unicode/locid.h>
#include <unicode/region.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Null for codes that are no country's. ICU also lists three parts of countries (DG, EA, IC) whose codes ISO
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

Country named(const QString &code, const QString &language)
{
    Country country{code, {}, countryNameIn(code, u"en"_s), countryNameIn(code, language)};
    if (country.displayName.isEmpty())
        country.displayName = code;
    return country;
}

} // namespace

Catalogue::Catalogue(const QString &language)
    : m_language(language)
    , m_facts(shippedFacts())
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

    const QLocale locale(language);
    const QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    std::sort(m_countries.begin(), m_countries.end(), [&collator](const Country &left, const Country &right) {
        return collator.compare(left.displayName, right.displayName) < 0;
    });
    for (const QString &code : std::as_const(m_facts.extras))
        m_extras.append(named(code, language));
    for (const Country &country : std::as_const(m_countries))
        insertCodesOf(country);
    for (const Country &extra : std::as_const(m_extras))
        insertCodesOf(extra);
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
