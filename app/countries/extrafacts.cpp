#include "app/countries/extrafacts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QJsonObject resourceObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without %s", qPrintable(path));
    return QJsonDocument::fromJson(file.readAll()).object();
}

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

/// The language of a tag without its script and country.
QString primaryLanguage(const QString &tag)
{
    return tag.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
}

} // namespace

ExtraCodes shippedExtras()
{
    const QJsonObject file = resourceObject(u":/flagfetch/parts.json"_s);
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

QHash<QString, QHash<QString, QString>> translatedPartNames()
{
    const QJsonObject file = resourceObject(u":/flagfetch/partnames.json"_s);
    QHash<QString, QHash<QString, QString>> names;
    for (auto language = file.begin(); language != file.end(); ++language) {
        const QJsonObject entries = language.value().toObject();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry)
            names[language.key()].insert(entry.key(), entry.value().toString());
    }
    return names;
}

QString extraNameIn(const ExtraFacts &extra, const QString &language)
{
    const QString primary = primaryLanguage(language);
    if (const QStringList own = extra.names.value(primary); !own.isEmpty())
        return own.first();
    if (extra.kind == CountryKind::Part) {
        static const auto translated = translatedPartNames();
        for (const QString &tag : {QString(language).replace(u'-', u'_'), primary}) {
            if (const QString name = translated.value(tag).value(extra.code); !name.isEmpty())
                return name;
        }
    }
    return extra.names.value(u"en"_s).value(0);
}
