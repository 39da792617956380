#include "app/sets/setmembership.h"

#include "app/sets/loadedset.h"
#include "app/sets/setfiles.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace {

bool isNamedBy(const Manifest &manifest, const QString &file)
{
    return std::ranges::any_of(manifest.flags, [&file](const SetFlag &flag) {
        return (flag.isKept && flag.file == file)
            || std::ranges::find(flag.derived, file, &DerivedFile::file) != flag.derived.end();
    });
}

bool isManifest(const QFileInfo &file)
{
    const QFileInfo manifest(file.dir().filePath(QLatin1StringView(manifestFileName)));
    // Some file systems know no case.
    return file.fileName() == QLatin1StringView(manifestFileName) || (file.exists() && file == manifest);
}

} // namespace

bool isPartOfSet(const QString &path)
{
    const QFileInfo file(path);
    if (isManifest(file))
        return true;
    constexpr int deepest = 10; // a name template has no more parts
    QDir folder = file.dir();
    for (int depth = 0; depth < deepest; ++depth) {
        const QString manifest = folder.filePath(QLatin1StringView(manifestFileName));
        if (QFileInfo::exists(manifest)) {
            const auto read = loadManifest(manifest);
            const auto *known = std::get_if<Manifest>(&read);
            if (known != nullptr && isNamedBy(*known, folder.relativeFilePath(file.absoluteFilePath())))
                return true;
        }
        if (!folder.cdUp())
            break;
    }
    return false;
}
