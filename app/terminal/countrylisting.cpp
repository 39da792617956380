#include "app/terminal/countrylisting.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrynames.h"
#include "app/sources/sourcelist.h"
#include "app/terminal/jsonline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QJsonObject entryOf(const Country &country)
{
    return {
        {u"code"_s, country.code},
        {u"iso3"_s, textOrNull(country.iso3)},
        {u"number"_s, textOrNull(numericCode(country))},
        {u"name"_s, country.displayName},
        {u"english"_s, country.name},
        {u"native"_s, nativeName(country.code)},
        {u"continent"_s, country.continent},
        {u"region"_s, country.region},
        {u"emoji"_s, flagEmoji(country.code)},
    };
}

/// The names come last: nobody knows how wide a terminal draws other scripts.
QString lineOf(const Country &country, qsizetype continentWidth, qsizetype regionWidth)
{
    const QString native = nativeName(country.code);
    const QString names
        = native == country.displayName ? native : u"%1 (%2)"_s.arg(country.displayName, native);
    const QStringList columns{country.code, country.iso3.leftJustified(3),
        numericCode(country).leftJustified(3), country.continent.leftJustified(continentWidth),
        country.region.leftJustified(regionWidth), flagEmoji(country.code), names};
    return columns.join(u"  "_s) + u'\n';
}

QList<Country> partsOf(const Catalogue &catalogue, const QStringList &countries)
{
    QList<Country> parts = catalogue.extras();
    if (!countries.isEmpty())
        parts.removeIf([&countries](const Country &part) {
            return !countries.contains(part.parent) && !countries.contains(part.code);
        });
    return parts;
}

QJsonObject entryOfPart(const Country &part)
{
    return {
        {u"code"_s, part.code},
        {u"parent"_s, textOrNull(part.parent)},
        {u"name"_s, part.displayName},
        {u"english"_s, part.name},
        {u"emoji"_s, textOrNull(flagEmoji(part.code))},
        {u"sources"_s, QJsonArray::fromStringList(SourceList::shippedIdsWith(part.code))},
    };
}

} // namespace

QString countryListing(const Catalogue &catalogue, bool asJson)
{
    if (asJson) {
        QJsonArray array;
        for (const Country &country : catalogue.countries())
            array.append(entryOf(country));
        return QString::fromUtf8(QJsonDocument(array).toJson());
    }
    qsizetype continentWidth = 0;
    qsizetype regionWidth = 0;
    for (const Country &country : catalogue.countries()) {
        continentWidth = std::max(continentWidth, country.continent.size());
        regionWidth = std::max(regionWidth, country.region.size());
    }
    QString lines;
    for (const Country &country : catalogue.countries())
        lines += lineOf(country, continentWidth, regionWidth);
    return lines;
}

QString partListing(const Catalogue &catalogue, const QStringList &countries, bool asJson)
{
    const QList<Country> parts = partsOf(catalogue, countries);
    QJsonArray array;
    QString lines;
    for (const Country &part : parts) {
        array.append(entryOfPart(part));
        lines += part.code.leftJustified(6) + u"  "_s + part.displayName + u" ("_s
            + SourceList::shippedIdsWith(part.code).join(u", "_s) + u")\n"_s;
    }
    return asJson ? QString::fromUtf8(QJsonDocument(array).toJson()) : lines;
}
