#include "app/terminal/sourcelisting.h"

#include "app/sources/sourcelist.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject entryOf(const Source &source)
{
    return {
        {u"id"_s, source.id},
        {u"title"_s, source.title},
        {u"image"_s, source.imageTemplate},
        {u"metadata"_s, textOrNull(source.metadataTemplate)},
        {u"names"_s, source.names ? QJsonValue(source.names->url.toString()) : QJsonValue()},
        {u"licence"_s, textOrNull(source.licence)},
        {u"licence_url"_s, textOrNull(source.licenceUrl.toString())},
        {u"limit"_s, source.limit},
        {u"pause_ms"_s, qint64(source.pause.count())},
    };
}

} // namespace

QString sourceListing(const SourceList &sources, bool asJson)
{
    QJsonArray array;
    qsizetype longestId = 0;
    for (const Source &source : sources.sources()) {
        array.append(entryOf(source));
        longestId = std::max(longestId, source.id.size());
    }
    if (asJson)
        return jsonText(array);
    QString lines;
    for (const Source &source : sources.sources()) {
        const QString licence = source.licence.isEmpty() ? QString() : u", "_s + source.licence;
        lines += source.id.leftJustified(longestId + 2) + source.title + licence + u'\n';
    }
    return lines;
}
