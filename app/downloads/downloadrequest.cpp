#include "app/downloads/downloadrequest.h"

#include "app/saving/flagrenditions.h"
#include "app/sets/flagindex.h"

#include <QThread>

#include <algorithm>

QStringList DownloadRequest::codes() const
{
    QStringList codes;
    for (const Country &country : countries)
        codes.append(country.code);
    return codes;
}

int DownloadRequest::neededRenderers() const
{
    if (!thumbnailSize.isEmpty() || !conversion.renditions.isEmpty())
        return QThread::idealThreadCount();
    const bool hasSvg = std::ranges::any_of(sources, [](const Source &source) {
        return source.imageTemplate.contains(QLatin1StringView(".svg"), Qt::CaseInsensitive);
    });
    return hasSvg ? 1 : 0;
}

RecordedRequest DownloadRequest::record(
    const Source &source, const QUrl &url, RequestPart part, const QString &code) const
{
    if (!log)
        return {};
    return {log,
        {.code = code,
            .part = part,
            .sourceId = source.id,
            .url = source.storableUrl(url),
            .queued = SteadyTime::clock::now()}};
}

BatchSpec DownloadRequest::spec() const
{
    BatchSpec spec{.purpose = purpose, .conflict = save.conflict, .codes = {}, .target = {}};
    spec.codes = codes();
    spec.codes.sort();
    spec.target.nameTemplate = save.nameTemplate.text();
    spec.target.pictures = conversionToJson(conversion);
    QHash<QString, QString> ids; // a foreign manifest may have one source under two ids
    for (const Source &source : sources) {
        ids.insert(source.id, spec.target.put(source));
        spec.sourceOrder.append(ids.value(source.id));
    }
    spec.sourceOrder.removeDuplicates();
    FlagIndex flags;
    for (SetFlag flag : known) {
        flag.source = ids.value(flag.source, flag.source);
        flags.put(flag);
    }
    spec.target.flags = flags.flags();
    spec.following = following;
    spec.remaining = remaining;
    return spec;
}
