#include "app/countries/countrygroups.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrynames.h"
#include "app/countries/filternames.h"
#include "app/countries/namewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

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

QStringList writtenValues(const QList<FilterValue> &values)
{
    QStringList texts;
    for (const FilterValue &value : values)
        texts.append(value.written());
    return texts;
}

template <typename Fits>
QStringList codesThat(const Catalogue &catalogue, Fits fits)
{
    QStringList codes;
    for (const Country &country : catalogue.countries()) {
        if (fits(country))
            codes.append(country.code);
    }
    return codes;
}

QStringList membersOf(const QStringList &groups, const Catalogue &catalogue)
{
    QStringList members;
    for (const QString &group : groups)
        members += catalogue.facts().groups.value(group);
    return codesThat(catalogue, [&members](const Country &each) { return members.contains(each.code); });
}

/// The parts of the country with this code, English name, display name or alias; empty if there is none.
QStringList partsOf(const QString &country, const Catalogue &catalogue)
{
    const QString folded = foldedText(country);
    QString parent;
    if (const auto found = catalogue.find(country))
        parent = found->code;
    for (const Country &each : catalogue.countries()) {
        const QStringList aliases = catalogue.facts().aliases.value(each.code);
        const bool isAlias = std::ranges::any_of(
            aliases, [&folded](const QString &alias) { return foldedText(alias) == folded; });
        if (isAlias || foldedText(each.name) == folded || foldedText(each.displayName) == folded)
            parent = each.code;
    }
    QStringList codes;
    for (const Country &extra : catalogue.extras()) {
        if (!parent.isEmpty() && extra.parent == parent)
            codes.append(extra.code);
    }
    return codes;
}

QStringList countriesWithParts(const Catalogue &catalogue)
{
    QStringList codes;
    for (const Country &extra : catalogue.extras()) {
        if (!extra.parent.isEmpty() && !codes.contains(extra.parent))
            codes.append(extra.parent);
    }
    codes.sort();
    return codes;
}

} // namespace

QStringList twentyMostPopulous()
{
    return shippedFacts().groups.value(u"twenty"_s);
}

QList<Country> twentyThenOthers(const Catalogue &catalogue)
{
    QList<Country> countries;
    const QStringList twenty = twentyMostPopulous();
    for (const QString &code : twenty)
        countries += catalogue.countryFor(code);
    std::ranges::copy_if(catalogue.countries(), std::back_inserter(countries),
        [&twenty](const Country &country) { return !twenty.contains(country.code); });
    return countries;
}

QStringList everyPairOfLetters()
{
    QStringList pairs;
    pairs.reserve(676); // 26 x 26
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

QList<Preset> memberPresets(const Catalogue &catalogue)
{
    const QStringList members = catalogue.facts().groups.value(u"un"_s);
    QList<Preset> presets;
    for (const Preset &continent : continentPresets(catalogue)) {
        QStringList codes = continent.codes;
        codes.removeIf([&members](const QString &code) { return !members.contains(code); });
        if (!codes.isEmpty())
            presets.append(
                {continent.id + u"-un"_s, Presets::tr("%1: UN members").arg(continent.title), codes});
    }
    return presets;
}

tl::expected<QStringList, QueryProblem> filteredCodes(const QueryTerm &term, const Catalogue &catalogue)
{
    const QString key = filterKeyOf(term.key);
    if (key == "part-of"_L1) {
        const QStringList parts = partsOf(term.text, catalogue);
        if (parts.isEmpty())
            return tl::unexpected(unknownValue(term, countriesWithParts(catalogue)));
        return parts;
    }
    QList<FilterValue> values = filterValues(catalogue);
    values.removeIf([&key](const FilterValue &value) { return value.key != key; });
    if (values.isEmpty())
        return tl::unexpected(unknownKey(term));
    const QStringList meant = matchingIds(term.text, values);
    if (meant.isEmpty())
        return tl::unexpected(unknownValue(term, writtenValues(values)));
    if (key == "continent"_L1)
        return codesThat(catalogue, [&meant](const Country &each) { return meant.contains(each.continent); });
    if (key == "region"_L1)
        return codesThat(catalogue, [&meant](const Country &each) { return meant.contains(each.region); });
    return membersOf(meant, catalogue);
}
