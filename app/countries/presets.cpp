#include "app/countries/presets.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrynames.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Presets
{
    Q_DECLARE_TR_FUNCTIONS(Presets)
};

QStringList codesOn(const QString &continent, const Catalogue &catalogue)
{
    QStringList codes;
    for (const Country &country : catalogue.countries()) {
        if (country.continent == continent)
            codes.append(country.code);
    }
    codes.sort();
    return codes;
}

} // namespace

QStringList twentyMostPopulous()
{
    return shippedFacts().groups.value(u"twenty"_s);
}

QStringList everyPairOfLetters()
{
    QStringList pairs;
    pairs.reserve(26 * 26);
    for (char16_t first = u'A'; first <= u'Z'; ++first) {
        for (char16_t second = u'A'; second <= u'Z'; ++second)
            pairs.append(QString{QChar(first)} + QChar(second));
    }
    return pairs;
}

QList<Preset> groupPresets(const Catalogue &catalogue)
{
    const auto &groups = catalogue.facts().groups;
    return {
        {u"twenty"_s, Presets::tr("Twenty most populous"), groups.value(u"twenty"_s)},
        {u"un"_s, Presets::tr("UN members"), groups.value(u"un"_s)},
        {u"eu"_s, Presets::tr("European Union"), groups.value(u"eu"_s)},
        {u"g20"_s, Presets::tr("G20"), groups.value(u"g20"_s)},
    };
}

QList<Preset> continentPresets(const Catalogue &catalogue)
{
    QList<Preset> presets;
    for (const Place &place : catalogue.facts().continents)
        presets.append(
            {place.id, placeNameIn(place.code, catalogue.language()), codesOn(place.id, catalogue)});
    return presets;
}
