#include "app/countries/isonames.h"

#include <QFile>
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
    QFile file(u":/flagfetch/isonames.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened);
    const QJsonObject names = QJsonDocument::fromJson(file.readAll()).object();
    return {namesOf(names.value("own"_L1).toObject()), namesOf(names.value("translated"_L1).toObject())};
}
