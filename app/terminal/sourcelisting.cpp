#include "app/terminal/sourcelisting.h"

#include "app/sources/picturechoice.h"
#include "app/sources/sourcelist.h"
#include "app/terminal/jsonline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct SourceListing
{
    Q_DECLARE_TR_FUNCTIONS(SourceListing)
};

QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

QStringList formatsOf(const Source &source)
{
    QStringList formats;
    for (const SourcePicture &picture : source.pictures) {
        if (!picture.format.isEmpty() && !formats.contains(picture.format))
            formats.append(picture.format);
    }
    return formats;
}

/// By format; only of those that have a choice of widths.
QJsonObject widthsOf(const Source &source)
{
    QJsonObject widths;
    for (const SourcePicture &picture : source.pictures) {
        QJsonArray numbers;
        for (const int width : picture.widths)
            numbers.append(width);
        if (!numbers.isEmpty())
            widths.insert(picture.format, numbers);
    }
    return widths;
}

/// What there is to know of a source, in the middle of a line.
QString lineOf(const Source &source)
{
    constexpr qsizetype few = 5; // codes that are named
    QStringList parts{source.title, pictureText(source), source.licence};
    if (const QStringList codes = source.codes.value_or(QStringList()); codes.size() > few)
        parts.append(SourceListing::tr("also %1 regions and organisations").arg(codes.size()));
    else if (!codes.isEmpty())
        parts.append(SourceListing::tr("also %1").arg(codes.join(", "_L1)));
    if (source.isOwn)
        parts.append(SourceListing::tr("yours"));
    parts.removeAll(QString());
    return parts.join("; "_L1);
}

QJsonObject entryOf(const Source &source)
{
    return {
        {u"id"_s, source.id},
        {u"title"_s, source.title},
        {u"image"_s, source.imageTemplate},
        {u"metadata"_s, textOrNull(source.metadataTemplate)},
        {u"names"_s, source.names ? QJsonValue(source.names->url.toString()) : QJsonValue()},
        {u"formats"_s, QJsonArray::fromStringList(formatsOf(source))},
        {u"widths"_s, widthsOf(source)},
        {u"extras"_s, QJsonArray::fromStringList(source.codes.value_or(QStringList()))},
        {u"own"_s, source.isOwn},
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
    for (const Source &source : sources.sources())
        lines += source.id.leftJustified(longestId + 2) + lineOf(source) + u'\n';
    return lines;
}
