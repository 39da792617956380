#include "app/countries/isonames.h"

#include "app/countries/shippedfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QStringList> namesOf(const QJsonObject &object)
{
    QHash<QString, QStringList> names;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        QStringList &list = names[entry.key()];
        const QJsonArray array = entry.value().toArray();
        for (const QJsonValue &name : array)
            list.append(name.toString());
    }
    return names;
}

} // namespace

IsoNames isoNames()
{
    const QJsonObject names = QJsonDocument::fromJson(shippedFile(u"isonames.json"_s)).object();
    return {namesOf(names.value("own"_L1).toObject()), namesOf(names.value("translated"_L1).toObject())};
}
