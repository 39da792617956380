#include "app/countries/cataloguedata.h"

#include "app/countries/countrydata.h"
#include "app/countries/countrynames.h"

#include <QCollator>
#include <QLocale>

#include <unicode/locid.h>
#include <unicode/region.h>

#include <algorithm>
#include <mutex>

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

/// The countries with their codes and names.
QList<Country> namedCountries(const QStringList &codes, const QString &language)
{
    const QStringList english = countryNamesIn(codes, u"en"_s);
    const QStringList names = language == "en"_L1 ? english : countryNamesIn(codes, language);
    QList<Country> countries;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const QString &code = codes.at(i);
        countries.append({code, {}, english.at(i), names.at(i).isEmpty() ? code : names.at(i)});
    }
    return countries;
}

} // namespace

void CodeTable::add(const Country &country, const QStringList &codes)
{
    for (const QString &code : codes) {
        if (!code.isEmpty())
            rows.insert(code, entries.size());
    }
    entries.append(country);
}

const Country *CodeTable::find(const QString &code) const
{
    const auto row = rows.constFind(code);
    return row == rows.constEnd() ? nullptr : &entries.at(*row);
}

CatalogueData::CatalogueData(const QString &language)
    : m_language(language)
{
}

std::shared_ptr<const CatalogueData> CatalogueData::of(const QString &language)
{
    static std::mutex mutex; // guards `known`
    static QHash<QString, std::weak_ptr<const CatalogueData>> known;
    const std::lock_guard lock(mutex);
    std::shared_ptr<const CatalogueData> data = known.value(language).lock();
    if (!data) {
        data = std::make_shared<const CatalogueData>(language);
        known.insert(language, data);
    }
    return data;
}

const CodeTable &CatalogueData::countries() const
{
    return m_countries.get([this] { return makeCountries(); });
}

const CodeTable &CatalogueData::extras() const
{
    return m_extras.get([this] { return makeExtras(); });
}

const QList<Country> &CatalogueData::sortedCountries() const
{
    return m_sortedCountries.get([this] { return sortCountries(); });
}

const QList<Country> &CatalogueData::sortedExtras() const
{
    return m_sortedExtras.get([this] { return sortExtras(); });
}

CodeTable CatalogueData::makeCountries() const
{
    QStringList codes;
    for (const char *const *code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        if (icuCountry(*code))
            codes.append(QString::fromLatin1(*code));
    }
    const CountryFacts &facts = shippedFacts();
    CodeTable countries;
    for (Country country : namedCountries(codes, m_language)) {
        const QByteArray code = country.code.toLatin1();
        const icu::Region *region = icuCountry(code.constData());
        country.iso3 = QString::fromLatin1(icu::Locale("", code.constData()).getISO3Country());
        country.number = region->getNumericCode();
        country.continent = idOf(facts.continents, region->getContainingRegion(URGN_CONTINENT));
        country.region = idOf(facts.regions, region->getContainingRegion());
        correct(country, facts.corrections.value(country.code));
        countries.add(country, {country.code, country.iso3});
    }
    return countries;
}

CodeTable CatalogueData::makeExtras() const
{
    CodeTable extras;
    for (const ExtraFacts &facts : shippedExtras().extras) {
        Country extra{facts.code, {}, extraNameIn(facts, u"en"_s), extraNameIn(facts, m_language)};
        extra.kind = facts.kind;
        extra.parent = facts.parent;
        if (const Country *parent = countries().find(facts.parent)) {
            extra.continent = parent->continent;
            extra.region = parent->region;
        }
        extras.add(extra, {extra.code});
    }
    return extras;
}

QList<Country> CatalogueData::sortCountries() const
{
    QList<Country> sorted = countries().entries;
    const QCollator collator = collatorFor(m_language);
    std::sort(sorted.begin(), sorted.end(), [&collator](const Country &left, const Country &right) {
        return collator.compare(left.displayName, right.displayName) < 0;
    });
    return sorted;
}

QList<Country> CatalogueData::sortExtras() const
{
    const auto parentName = [this](const Country &extra) {
        const Country *parent = countries().find(extra.parent);
        return parent ? parent->displayName : QString();
    };
    QList<Country> sorted = extras().entries;
    const QCollator collator = collatorFor(m_language);
    std::sort(sorted.begin(), sorted.end(), [&](const Country &left, const Country &right) {
        const int order = collator.compare(parentName(left), parentName(right));
        return order != 0 ? order < 0 : collator.compare(left.displayName, right.displayName) < 0;
    });
    return sorted;
}
