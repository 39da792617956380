#include "app/downloads/alreadythere.h"

#include "app/downloads/namesakes.h"
#include "app/sets/loadedset.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isThere(const QString &folder, const QString &file)
{
    return QFileInfo(folder + u'/' + file).isFile();
}

bool isThere(const QString &folder, const SetFlag &flag)
{
    return (flag.isKept && isThere(folder, flag.file))
        || std::ranges::any_of(
            flag.derived, [&folder](const DerivedFile &derived) { return isThere(folder, derived.file); });
}

QSet<QString> codesInSet(const Manifest &manifest, const DownloadRequest &request)
{
    QSet<QString> codes;
    for (const SetFlag &flag : namesakesIn(manifest, request)) {
        if (isThere(request.save.folder, flag))
            codes.insert(flag.code);
    }
    return codes;
}

bool hasFileOfThatName(const DownloadRequest &request, const Country &country)
{
    static const QStringList endings{u"svg"_s, u"png"_s, u"gif"_s, u"jpg"_s, u"webp"_s};
    for (const Source &source : request.sources) {
        for (const QString &ending : endings) {
            const NameParts parts{.country = country,
                .name = country.name,
                .source = source.id,
                .width = source.width,
                .ending = ending};
            if (isThere(request.save.folder, request.save.nameTemplate.pathOf(parts)))
                return true;
        }
    }
    return false;
}

} // namespace

QStringList codesAlreadyThere(const DownloadRequest &request)
{
    if (!QFileInfo(request.save.folder).isDir())
        return {};
    const auto loaded = loadSet(request.save.folder);
    const auto *set = std::get_if<LoadedSet>(&loaded);
    const QSet<QString> inSet = set != nullptr ? codesInSet(set->manifest, request) : QSet<QString>();
    QStringList codes;
    for (const Country &country : request.countries) {
        if (inSet.contains(country.code) || hasFileOfThatName(request, country))
            codes.append(country.code);
    }
    return codes;
}
