#include "app/exports/exportflag.h"
#include "app/language/csvline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// A column of both formats.
struct Column
{
    QLatin1StringView name;
    QString ExportFlag::*text = nullptr;
};

constexpr std::array textsBeforeSize{
    Column{"code"_L1, &ExportFlag::code},
    Column{"iso3"_L1, &ExportFlag::iso3},
    Column{"number"_L1, &ExportFlag::number},
    Column{"name"_L1, &ExportFlag::name},
    Column{"continent"_L1, &ExportFlag::continent},
    Column{"file"_L1, &ExportFlag::file},
    Column{"sha256"_L1, &ExportFlag::sha256},
};
constexpr std::array textsAfterSize{
    Column{"source"_L1, &ExportFlag::source},
    Column{"licence"_L1, &ExportFlag::licence},
};

QByteArray csvFile(const QList<ExportFlag> &flags)
{
    QStringList headings;
    for (const Column &column : textsBeforeSize)
        headings.append(column.name);
    headings.append(u"bytes"_s);
    for (const Column &column : textsAfterSize)
        headings.append(column.name);

    QString text = csvLine(headings);
    for (const ExportFlag &flag : flags) {
        QStringList fields;
        for (const Column &column : textsBeforeSize)
            fields.append(flag.*column.text);
        fields.append(flag.bytes ? QString::number(*flag.bytes) : QString());
        for (const Column &column : textsAfterSize)
            fields.append(flag.*column.text);
        text += csvLine(fields);
    }
    return text.toUtf8();
}

QByteArray jsonFile(const QList<ExportFlag> &flags)
{
    QJsonArray array;
    for (const ExportFlag &flag : flags) {
        QJsonObject object;
        const auto put = [&](const Column &column) {
            const QString &text = flag.*column.text;
            object.insert(column.name, text.isEmpty() ? QJsonValue() : QJsonValue(text));
        };
        std::ranges::for_each(textsBeforeSize, put);
        object.insert(u"bytes"_s, flag.bytes ? QJsonValue(*flag.bytes) : QJsonValue());
        std::ranges::for_each(textsAfterSize, put);
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

} // namespace

std::optional<DataFormat> dataFormatOf(const QString &fileName)
{
    if (hasSuffix(fileName, ".csv"_L1))
        return DataFormat::Csv;
    if (hasSuffix(fileName, ".json"_L1))
        return DataFormat::Json;
    return std::nullopt;
}

QByteArray dataFile(const QList<ExportFlag> &flags, DataFormat format)
{
    switch (format) {
    case DataFormat::Csv:
        return csvFile(flags);
    case DataFormat::Json:
        return jsonFile(flags);
    }
    Q_UNREACHABLE();
}
