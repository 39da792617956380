#include "app/countries/catalogue.h"
#include "app/countries/countrynames.h"
#include "app/language/joining.h"
#include "app/sources/picturechoice.h"
#include "app/sources/sourcelist.h"
#include "app/sources/sourcetexts.h"
#include "app/terminal/information.h"
#include "app/terminal/jsonline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct SourceListing
{
    Q_DECLARE_TR_FUNCTIONS(SourceListing)
};

QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

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

/// The names are the last column, because the width of other scripts on a terminal is unknown.
QString lineOf(const Country &country, qsizetype continentWidth, qsizetype regionWidth)
{
    const QString native = nativeName(country.code);
    const QString names = native == country.displayName ? native : withRemark(country.displayName, native);
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

QStringList formatsOf(const Source &source)
{
    QStringList formats;
    for (const SourcePicture &picture : source.pictures) {
        if (!picture.format.isEmpty() && !formats.contains(picture.format))
            formats.append(picture.format);
    }
    return formats;
}

/// The widths by format. Formats without a choice of widths are left out.
QJsonObject widthsOf(const Source &source)
{
    QJsonObject widths;
    for (const SourcePicture &picture : source.pictures) {
        QJsonArray numbers;
        for (const int width : picture.widths)
            numbers.append(width);
        if (!numbers.isEmpty())
            widths.insert(picture.format, numbers);
    }
    return widths;
}

/// The line of a source without its id.
QString lineOf(const Source &source)
{
    constexpr qsizetype few = 5; // codes, listed by name
    QStringList parts{displayTitle(source), pictureText(source), displayLicence(source)};
    if (const QStringList codes = source.codes.value_or(QStringList()); codes.size() > few)
        parts.append(SourceListing::tr("also %1 regions and organisations").arg(codes.size()));
    else if (!codes.isEmpty())
        parts.append(SourceListing::tr("also %1").arg(joinedItems(codes)));
    if (source.isOwn)
        parts.append(SourceListing::tr("yours"));
    parts.removeAll(QString());
    return joinedClauses(parts);
}

QJsonObject entryOf(const Source &source)
{
    return {
        {u"id"_s, source.id},
        {u"title"_s, source.title},
        {u"image"_s, source.imageTemplate},
        {u"metadata"_s, textOrNull(source.metadataTemplate)},
        {u"names"_s, source.names ? QJsonValue(source.names->url.toString()) : QJsonValue()},
        {u"formats"_s, QJsonArray::fromStringList(formatsOf(source))},
        {u"widths"_s, widthsOf(source)},
        {u"extras"_s, QJsonArray::fromStringList(source.codes.value_or(QStringList()))},
        {u"own"_s, source.isOwn},
        {u"licence"_s, textOrNull(source.licence)},
        {u"licence_url"_s, textOrNull(source.licenceUrl.toString())},
        {u"limit"_s, source.limit},
        {u"pause_ms"_s, qint64(source.pause.count())},
    };
}

} // namespace

QString countryListing(const Catalogue &catalogue, bool asJson)
{
    if (asJson) {
        QJsonArray array;
        for (const Country &country : catalogue.countries())
            array.append(entryOf(country));
        return jsonText(array);
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
        lines += part.code.leftJustified(6) + u"  "_s
            + withRemark(part.displayName, joinedItems(SourceList::shippedIdsWith(part.code))) + u'\n';
    }
    return asJson ? jsonText(array) : lines;
}

QString sourceListing(const SourceList &sources, bool asJson)
{
    QJsonArray array;
    qsizetype longestId = 0;
    for (const Source &source : sources.sources()) {
        array.append(entryOf(source));
        longestId = std::max(longestId, source.id.size());
    }
    if (asJson)
        return jsonText(array);
    QString lines;
    for (const Source &source : sources.sources())
        lines += source.id.leftJustified(longestId + 2) + lineOf(source) + u'\n';
    return lines;
}
