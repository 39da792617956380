#include "app/countries/countryfacts.h"

#include "app/countries/shippedfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QList<Place> placesOf(const QJsonObject &object)
{
    QList<Place> places;
    for (auto place = object.begin(); place != object.end(); ++place)
        places.append({place.key(), place.value().toString()});
    return places;
}

QHash<QString, Correction> correctionsOf(const QJsonObject &object)
{
    QHash<QString, Correction> corrections;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonObject facts = entry.value().toObject();
        Correction correction{
            facts.value("continent"_L1).toString(), facts.value("region"_L1).toString(), {}};
        if (facts.contains("number"_L1))
            correction.number = facts.value("number"_L1).toInt();
        corrections.insert(entry.key(), correction);
    }
    return corrections;
}

QStringList listOf(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        list.append(entry.toString());
    return list;
}

QMap<QString, QStringList> listsOf(const QJsonObject &object)
{
    QMap<QString, QStringList> lists;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        lists.insert(entry.key(), listOf(entry.value()));
    return lists;
}

QMap<QString, QStringList> groupsOf(const QJsonObject &object)
{
    QMap<QString, QStringList> groups;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        groups.insert(entry.key(), entry.value().toString().split(u' '));
    return groups;
}

} // namespace

CountryFacts shippedFacts()
{
    const QJsonObject facts = QJsonDocument::fromJson(shippedFile(u"countries.json"_s)).object();
    return {
        .continents = placesOf(facts.value("continents"_L1).toObject()),
        .regions = placesOf(facts.value("regions"_L1).toObject()),
        .corrections = correctionsOf(facts.value("corrections"_L1).toObject()),
        .shortNames = listOf(facts.value("shortNames"_L1)),
        .aliases = listsOf(facts.value("aliases"_L1).toObject()),
        .groups = groupsOf(facts.value("groups"_L1).toObject()),
    };
}
