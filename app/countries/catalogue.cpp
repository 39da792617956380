#include "app/countries/catalogue.h"

#include <QCollator>
#include <QLocale>

#include <unicode/locid.h>
#include <unicode/region.h>

#include <algorithm>

namespace {

// ICU also lists three parts of countries (DG, EA, IC) whose codes ISO only reserves; they have no number.
bool isCountry(const char *code)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region *region = icu::Region::getInstance(code, status);
    return U_SUCCESS(status) && region->getNumericCode() >= 0;
}

icu::Locale icuLocale(const QString &language)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(language.toStdString(), status);
    return U_SUCCESS(status) && *locale.getLanguage() != '\0' ? locale : icu::Locale::getEnglish();
}

QString nameIn(const icu::Locale &language, const icu::Locale &country)
{
    icu::UnicodeString name;
    country.getDisplayCountry(language, name);
    return QString::fromUtf16(name.getBuffer(), name.length());
}

} // namespace

Catalogue::Catalogue(const QString &language)
{
    const icu::Locale displayLanguage = icuLocale(language);
    for (const char *const *code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        if (!isCountry(*code))
            continue;
        const icu::Locale place("", *code);
        Country country{QString::fromLatin1(*code), QString::fromLatin1(place.getISO3Country()),
            nameIn(icu::Locale::getEnglish(), place), nameIn(displayLanguage, place)};
        // What a language has no name for, ICU names by its code.
        if (country.displayName == country.code)
            country.displayName = country.name;
        m_countries.append(country);
    }

    const QCollator collator{QLocale(QString::fromLatin1(displayLanguage.getName()))};
    std::sort(m_countries.begin(), m_countries.end(), [&collator](const Country &left, const Country &right) {
        return collator.compare(left.displayName, right.displayName) < 0;
    });

    for (qsizetype row = 0; row < m_countries.size(); ++row) {
        m_rowOfCode.insert(m_countries.at(row).code, row);
        m_rowOfCode.insert(m_countries.at(row).iso3, row);
    }
}

std::optional<Country> Catalogue::find(const QString &code) const
{
    const auto row = m_rowOfCode.constFind(code.toUpper());
    if (row == m_rowOfCode.constEnd())
        return std::nullopt;
    return m_countries.at(*row);
}

Country Catalogue::countryFor(const QString &code) const
{
    const QString upper = code.toUpper();
    return find(upper).value_or(Country{.code = upper, .iso3 = {}, .name = {}, .displayName = upper});
}
