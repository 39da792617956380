#include "app/countries/countrydata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QJsonObject shippedObject(const QString &name)
{
    return QJsonDocument::fromJson(shippedFile(name)).object();
}

/// The texts of an array, or a single text.
QStringList textsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

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

QMap<QString, QStringList> listsOf(const QJsonObject &object)
{
    QMap<QString, QStringList> lists;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        lists.insert(entry.key(), textsOf(entry.value()));
    return lists;
}

QMap<QString, QStringList> groupsOf(const QJsonObject &object)
{
    QMap<QString, QStringList> groups;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        groups.insert(entry.key(), entry.value().toString().split(u' '));
    return groups;
}

ExtraFacts extraOf(const QString &code, CountryKind kind, const QJsonObject &entry)
{
    ExtraFacts extra{.code = code, .kind = kind, .parent = {}, .names = {}};
    if (kind == CountryKind::Part)
        extra.parent = entry.value("parent"_L1).toString(code.left(2));
    for (auto name = entry.begin(); name != entry.end(); ++name) {
        if (name.key() != "parent"_L1)
            extra.names.insert(name.key(), textsOf(name.value()));
    }
    return extra;
}

QHash<QString, QStringList> namesOf(const QJsonObject &object)
{
    QHash<QString, QStringList> names;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        names.insert(entry.key(), textsOf(entry.value()));
    return names;
}

CountryFacts readFacts()
{
    const QJsonObject facts = shippedObject(u"countries.json"_s);
    return {
        .continents = placesOf(facts.value("continents"_L1).toObject()),
        .regions = placesOf(facts.value("regions"_L1).toObject()),
        .corrections = correctionsOf(facts.value("corrections"_L1).toObject()),
        .shortNames = textsOf(facts.value("shortNames"_L1)),
        .aliases = listsOf(facts.value("aliases"_L1).toObject()),
        .groups = groupsOf(facts.value("groups"_L1).toObject()),
    };
}

ExtraCodes readExtras()
{
    const QJsonObject file = shippedObject(u"parts.json"_s);
    ExtraCodes shipped;
    for (const auto &[key, kind] : {std::pair("organisations"_L1, CountryKind::Organisation),
             std::pair("parts"_L1, CountryKind::Part)}) {
        const QJsonObject entries = file.value(key).toObject();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry)
            shipped.extras.append(extraOf(entry.key(), kind, entry.value().toObject()));
    }
    const QJsonObject otherCodes = file.value("otherCodes"_L1).toObject();
    for (auto code = otherCodes.begin(); code != otherCodes.end(); ++code)
        shipped.otherCodes.insert(code.key(), code.value().toString());
    return shipped;
}

} // namespace

QByteArray shippedFile(const QString &name)
{
    QFile file(u":/flagfetch/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without %s", qPrintable(name));
    return file.readAll();
}

const CountryFacts &shippedFacts()
{
    static const CountryFacts facts = readFacts();
    return facts;
}

const ExtraCodes &shippedExtras()
{
    static const ExtraCodes extras = readExtras();
    return extras;
}

QHash<QString, QHash<QString, QString>> translatedPartNames()
{
    const QJsonObject file = shippedObject(u"partnames.json"_s);
    QHash<QString, QHash<QString, QString>> names;
    for (auto language = file.begin(); language != file.end(); ++language) {
        const QJsonObject entries = language.value().toObject();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry)
            names[language.key()].insert(entry.key(), entry.value().toString());
    }
    return names;
}

IsoNames isoNames()
{
    const QJsonObject names = shippedObject(u"isonames.json"_s);
    return {namesOf(names.value("own"_L1).toObject()), namesOf(names.value("translated"_L1).toObject())};
}
