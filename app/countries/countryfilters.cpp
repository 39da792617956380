#include "app/countries/countryfilters.h"

#include "app/countries/foldedtext.h"
#include "app/countries/queryadvice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const QList<Place> &places)
{
    QStringList ids;
    for (const Place &place : places)
        ids.append(place.id);
    return ids;
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

/// Of the country that a code or its English or displayed name says; an empty list if none is said.
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

QStringList meantIds(const QString &text, const QStringList &ids)
{
    const QString wanted = foldedText(text).replace(u' ', u'-');
    if (wanted.isEmpty())
        return {};
    if (ids.contains(wanted))
        return {wanted};
    QStringList meant;
    std::copy_if(ids.cbegin(), ids.cend(), std::back_inserter(meant),
        [&wanted](const QString &id) { return id.startsWith(wanted); });
    return meant;
}

std::variant<QStringList, QueryProblem> filteredCodes(const QueryTerm &term, const Catalogue &catalogue)
{
    if (term.key == "part-of"_L1) {
        const QStringList parts = partsOf(term.text, catalogue);
        if (parts.isEmpty())
            return unknownValue(term, countriesWithParts(catalogue));
        return parts;
    }
    const CountryFacts &facts = catalogue.facts();
    const bool continent = term.key == "continent"_L1;
    const bool region = term.key == "region"_L1;
    if (!continent && !region && term.key != "group"_L1)
        return unknownKey(term, {u"continent:"_s, u"region:"_s, u"group:"_s, u"part-of:"_s});
    const QStringList allowed = continent ? idsOf(facts.continents)
        : region                          ? idsOf(facts.regions)
                                          : facts.groups.keys();
    const QStringList meant = meantIds(term.text, allowed);
    if (meant.isEmpty())
        return unknownValue(term, allowed);
    if (continent)
        return codesThat(catalogue, [&meant](const Country &each) { return meant.contains(each.continent); });
    if (region)
        return codesThat(catalogue, [&meant](const Country &each) { return meant.contains(each.region); });
    return membersOf(meant, catalogue);
}
