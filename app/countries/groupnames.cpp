#include "app/countries/groupnames.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrygroups.h"
#include "app/countries/countrynames.h"
#include "app/countries/namewords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// The countries that a filter finds. 0 if there is no such filter.
int countOf(const QString &key, const QString &id, const Catalogue &catalogue)
{
    const auto codes = filteredCodes({.kind = QueryTerm::Kind::Key, .key = key, .text = id}, catalogue);
    return codes ? static_cast<int>(codes->size()) : 0;
}

NamedGroup groupOf(NamedGroup::Kind kind, const QString &id, const Catalogue &catalogue)
{
    static constexpr std::array keys{"continent"_L1, "region"_L1, "group"_L1};
    const QString key = keys[static_cast<std::size_t>(kind)];
    return {.kind = kind, .query = key + u':' + id, .countries = countOf(key, id, catalogue)};
}

} // namespace

GroupNames::GroupNames(const Catalogue &catalogue)
{
    const CountryFacts &facts = catalogue.facts();
    const auto addPlaces = [&](const QList<Place> &places, NamedGroup::Kind kind) {
        for (const Place &place : places) {
            const NamedGroup group = groupOf(kind, place.id, catalogue);
            for (const QString &name : {QString(place.id).replace(u'-', u' '),
                     placeNameIn(place.code, catalogue.language()), placeNameIn(place.code, u"en"_s)})
                add(name, group);
        }
    };
    addPlaces(facts.continents, NamedGroup::Kind::Continent);
    addPlaces(facts.regions, NamedGroup::Kind::Region);
    const QStringList ids = facts.groups.keys();
    for (const QString &id : ids)
        add(QString(id).replace(u'-', u' '), groupOf(NamedGroup::Kind::Group, id, catalogue));
    const QList<Preset> presets = groupPresets(catalogue);
    for (const Preset &preset : presets)
        add(preset.title, groupOf(NamedGroup::Kind::Group, preset.id, catalogue));
}

std::optional<NamedGroup> GroupNames::find(const QString &text) const
{
    const auto found = m_groups.constFind(foldedText(text));
    return found == m_groups.cend() ? std::nullopt : std::optional(*found);
}

/// The first group of a name stays: continents come before regions.
void GroupNames::add(const QString &name, const NamedGroup &group)
{
    const QString folded = foldedText(name);
    if (!folded.isEmpty() && group.countries > 0 && !m_groups.contains(folded))
        m_groups.insert(folded, group);
}
