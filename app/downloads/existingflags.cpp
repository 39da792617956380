#include "app/downloads/existingflags.h"

#include "app/saving/flagrenditions.h"
#include "app/sets/loadedset.h"
#include "app/sources/pictureentries.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

QList<SetFlag> countriesSharingNamesIn(const Manifest &manifest, const DownloadRequest &request)
{
    QHash<QString, Country> wanted;
    for (const Country &country : request.countries)
        wanted.insert(country.code, country);
    const auto sharesName = [&](const SetFlag &flag) {
        const NameParts parts{.country = wanted.value(flag.code),
            .name = flag.country,
            .source = flag.source,
            .width = flag.pixels.width(),
            .suffix = flag.file.section(u'.', -1)};
        return wanted.contains(flag.code) && request.save.nameTemplate.pathOf(parts) == flag.file;
    };
    QList<SetFlag> flags;
    std::ranges::copy_if(manifest.flags, std::back_inserter(flags), sharesName);
    return flags;
}

namespace {

bool hasAllOf(const Conversion &conversion, const SetFlag &flag)
{
    const auto isMade = [&](const RenditionSpec &spec) {
        return std::ranges::any_of(flag.derived, [&](const DerivedFile &derived) {
            return renditionSpecOf(derived) == spec && derived.crop == cropWord(conversion.crop)
                && derived.madeOf.isEmpty();
        });
    };
    return (flag.isKept || !conversion.keepsOriginal) && std::ranges::all_of(conversion.renditions, isMade);
}

} // namespace

QHash<QString, SetFlag> flagsAlreadySaved(const Manifest &manifest, const DownloadRequest &request)
{
    QStringList ids;
    for (const Source &source : request.sources)
        ids.append(manifest.idOf(source));
    QHash<QString, SetFlag> flags;
    for (const SetFlag &flag : countriesSharingNamesIn(manifest, request)) {
        if (ids.contains(flag.source) && hasAllOf(request.conversion, flag))
            flags.insert(flag.code, flag);
    }
    return flags;
}

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
    for (const SetFlag &flag : countriesSharingNamesIn(manifest, request)) {
        if (isThere(request.save.folder, flag))
            codes.insert(flag.code);
    }
    return codes;
}

/// Returns the paths of all files that the download of a flag with these name parts would save.
QStringList pathsFor(const DownloadRequest &request, const NameParts &parts)
{
    const NameTemplate &name = request.save.nameTemplate;
    const Conversion &conversion = request.conversion;
    QStringList paths;
    if (conversion.keepsOriginal || conversion.renditions.isEmpty())
        paths.append(name.pathOf(parts));
    for (const RenditionSpec &spec : conversion.renditions)
        paths.append(renditionPath(name, parts, spec));
    return paths;
}

bool hasFileOfThatName(const DownloadRequest &request, const Country &country)
{
    const QStringList formats = knownFormats();
    for (const Source &source : request.sources) {
        for (const QString &suffix : formats) {
            const NameParts parts{.country = country,
                .name = country.name,
                .source = source.id,
                .width = source.width,
                .suffix = suffix};
            const QStringList paths = pathsFor(request, parts);
            if (std::ranges::any_of(
                    paths, [&](const QString &path) { return isThere(request.save.folder, path); }))
                return true;
        }
    }
    return false;
}

} // namespace

QStringList codesAlreadyThere(const DownloadRequest &request, const std::stop_token &stop)
{
    if (!QFileInfo(request.save.folder).isDir())
        return {};
    const auto set = loadSet(request.save.folder, stop);
    const QSet<QString> inSet = set ? codesInSet(set->manifest, request) : QSet<QString>();
    QStringList codes;
    for (const Country &country : request.countries) {
        if (inSet.contains(country.code) || hasFileOfThatName(request, country))
            codes.append(country.code);
    }
    return codes;
}
