#include "app/downloads/existingflags.h"

#include "app/saving/flagrenditions.h"
#include "app/sets/loadedset.h"
#include "app/sources/pictureentries.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <optional>

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

/// The flags of the set that the request names in the same way, by code. Of several files of a country, those
/// that are complete win.
QHash<QString, ExistingFlag> flagsInSet(const Manifest &manifest, const DownloadRequest &request)
{
    QHash<QString, ExistingFlag> flags;
    const QString &folder = request.save.folder;
    for (const SetFlag &flag : countriesSharingNamesIn(manifest, request)) {
        const QStringList files = flag.filesOnDisk();
        const auto there
            = std::ranges::find_if(files, [&](const QString &file) { return isThere(folder, file); });
        if (there == files.end() || flags.value(flag.code).isComplete)
            continue;
        const bool areAllThere
            = std::ranges::all_of(files, [&](const QString &file) { return isThere(folder, file); });
        flags.insert(flag.code,
            {.code = flag.code,
                .path = folder + u'/' + *there,
                .isComplete = areAllThere && hasAllOf(request.conversion, flag)});
    }
    return flags;
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

/// The first file that has a name of the country in some format.
std::optional<ExistingFlag> fileOfThatName(const DownloadRequest &request, const Country &country)
{
    const QString &folder = request.save.folder;
    const QStringList formats = knownFormats();
    for (const Source &source : request.sources) {
        for (const QString &suffix : formats) {
            const NameParts parts{.country = country,
                .name = country.name,
                .source = source.id,
                .width = source.width,
                .suffix = suffix};
            const QStringList paths = pathsFor(request, parts);
            const auto isHere = [&](const QString &path) { return isThere(folder, path); };
            const auto there = std::ranges::find_if(paths, isHere);
            if (there != paths.end())
                return ExistingFlag{.code = country.code,
                    .path = folder + u'/' + *there,
                    .isComplete = std::ranges::all_of(paths, isHere)};
        }
    }
    return std::nullopt;
}

} // namespace

QList<ExistingFlag> flagsAlreadyThere(const DownloadRequest &request, const std::stop_token &stop)
{
    if (!QFileInfo(request.save.folder).isDir())
        return {};
    const auto set = loadSet(request.save.folder, stop);
    const auto inSet = set ? flagsInSet(set->manifest, request) : QHash<QString, ExistingFlag>();
    QList<ExistingFlag> flags;
    for (const Country &country : request.countries) {
        if (const auto known = inSet.constFind(country.code); known != inSet.cend())
            flags.append(*known);
        else if (const auto file = fileOfThatName(request, country))
            flags.append(*file);
    }
    return flags;
}
