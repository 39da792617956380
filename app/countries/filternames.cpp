#include "app/countries/filternames.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrynames.h"
#include "app/countries/namewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

struct FilterNames
{
    Q_DECLARE_TR_FUNCTIONS(FilterNames)
};

struct TranslatedName
{
    QLatin1StringView id;
    const char *name;
};

// clang-format off
//: A translation of the keys and of the groups may have several names, separated by bars. The first one is
//: shown to people, and people can type all of them. A key must not contain spaces or digits.
constexpr auto keyNames = std::to_array<TranslatedName>({
    {"continent"_L1, QT_TRANSLATE_NOOP("FilterNames", "continent")},
    {"region"_L1, QT_TRANSLATE_NOOP("FilterNames", "region")},
    {"group"_L1, QT_TRANSLATE_NOOP("FilterNames", "group")},
    {"part-of"_L1, QT_TRANSLATE_NOOP("FilterNames", "part-of")},
    {"state"_L1, QT_TRANSLATE_NOOP("FilterNames", "state")},
});

constexpr auto groupNames = std::to_array<TranslatedName>({
    {"un"_L1, QT_TRANSLATE_NOOP("FilterNames", "United Nations")},
    {"eu"_L1, QT_TRANSLATE_NOOP("FilterNames", "European Union")},
    {"g7"_L1, QT_TRANSLATE_NOOP("FilterNames", "G7")},
    {"g20"_L1, QT_TRANSLATE_NOOP("FilterNames", "G20")},
    {"nato"_L1, QT_TRANSLATE_NOOP("FilterNames", "NATO")},
    {"asean"_L1, QT_TRANSLATE_NOOP("FilterNames", "ASEAN")},
    {"commonwealth"_L1, QT_TRANSLATE_NOOP("FilterNames", "Commonwealth")},
    {"benelux"_L1, QT_TRANSLATE_NOOP("FilterNames", "Benelux")},
    {"nordic"_L1, QT_TRANSLATE_NOOP("FilterNames", "Nordic countries")},
    {"baltic"_L1, QT_TRANSLATE_NOOP("FilterNames", "Baltic states")},
    {"twenty"_L1, QT_TRANSLATE_NOOP("FilterNames", "Twenty most populous")},
});
// clang-format on

QStringList translatedNames(const char *name)
{
    return FilterNames::tr(name).split(u'|', Qt::SkipEmptyParts);
}

/// A filter of a query, which parseQuery() reads with either colon.
QString joinedFilter(const QString &key, const QString &value)
{
    return FilterNames::tr("%1:%2", "filter of a search: key, value").arg(key, value);
}

QStringList namesOfGroup(const QString &id)
{
    const auto *const group = std::ranges::find(groupNames, id, &TranslatedName::id);
    if (group == groupNames.end())
        return {};
    QStringList names = translatedNames(group->name);
    names.append(QString::fromLatin1(group->name));
    names.removeDuplicates();
    return names;
}

void addPlaces(
    QList<FilterValue> &values, const QString &key, const QList<Place> &places, const QString &language)
{
    for (const Place &place : places) {
        QStringList names{placeNameIn(place.code, language), placeNameIn(place.code, u"en"_s)};
        names.removeDuplicates();
        values.append({key, place.id, names});
    }
}

QString idFrom(const QString &folded)
{
    return QString(folded).replace(u' ', u'-');
}

QList<FilterValue> named(const QString &folded, const QList<FilterValue> &values)
{
    QList<FilterValue> found;
    std::ranges::copy_if(values, std::back_inserter(found), [&folded](const FilterValue &value) {
        return !folded.isEmpty()
            && (value.id == idFrom(folded)
                || std::ranges::any_of(
                    value.names, [&folded](const QString &name) { return foldedText(name) == folded; }));
    });
    return found;
}

QStringList idsOf(const QList<FilterValue> &values)
{
    QStringList ids;
    for (const FilterValue &value : values)
        ids.append(value.id);
    return ids;
}

bool beginsWith(const FilterValue &value, const QString &folded)
{
    return value.id.startsWith(idFrom(folded))
        || std::ranges::any_of(
            value.names, [&folded](const auto &name) { return foldedText(name).startsWith(folded); });
}

} // namespace

QString FilterValue::written() const
{
    if (filterKeyForPeople(key) == key) // the language is English
        return id;
    return title().contains(u' ') ? u'"' + title() + u'"' : title();
}

QString FilterValue::query() const
{
    return joinedFilter(filterKeyForPeople(key), written());
}

QString filterKeyOf(const QString &word)
{
    const QString lower = word.toLower();
    for (const TranslatedName &key : keyNames) {
        if (lower == key.id || translatedNames(key.name).contains(lower))
            return key.id;
    }
    return {};
}

QStringList filterKeys()
{
    QStringList keys;
    for (const TranslatedName &key : keyNames) {
        if (key.id != "state"_L1)
            keys.append(joinedFilter(filterKeyForPeople(key.id), {}));
    }
    return keys;
}

QString filterKeyForPeople(const QString &key)
{
    const auto *const found = std::ranges::find(keyNames, key, &TranslatedName::id);
    return found == keyNames.end() ? key : translatedNames(found->name).value(0, key);
}

QList<FilterValue> filterValues(const Catalogue &catalogue)
{
    const CountryFacts &facts = catalogue.facts();
    QList<FilterValue> values;
    addPlaces(values, u"continent"_s, facts.continents, catalogue.language());
    addPlaces(values, u"region"_s, facts.regions, catalogue.language());
    const QStringList groups = facts.groups.keys();
    for (const QString &id : groups)
        values.append({u"group"_s, id, namesOfGroup(id)});
    return values;
}

QStringList matchingIds(const QString &text, const QList<FilterValue> &values)
{
    const QString folded = foldedText(text);
    if (folded.isEmpty())
        return {};
    const QStringList ids = idsOf(values);
    if (ids.contains(idFrom(folded)))
        return {idFrom(folded)};
    const QList<FilterValue> exact = named(folded, values);
    if (!exact.isEmpty())
        return idsOf(exact);
    QList<FilterValue> meant = values;
    meant.removeIf([&folded](const FilterValue &value) { return !beginsWith(value, folded); });
    return idsOf(meant);
}

QList<FilterValue> filtersNamed(const QString &text, const Catalogue &catalogue)
{
    return named(foldedText(text), filterValues(catalogue));
}

FilterProposal proposedFilters(const QStringList &words, const Catalogue &catalogue)
{
    constexpr qsizetype longestName = 5; // words: "Australia and New Zealand"
    const QList<FilterValue> values = filterValues(catalogue);
    for (qsizetype count = std::min(words.size(), longestName); count > 0; --count) {
        QStringList queries;
        const QList<FilterValue> found = named(foldedText(words.first(count).join(u' ')), values);
        for (const FilterValue &value : found)
            queries.append(value.query());
        if (!queries.isEmpty())
            return {queries, count};
    }
    return {};
}
