#include "app/sets/setmembership.h"

#include "app/sets/loadedset.h"
#include "app/storage/filebeneath.h"
#include "app/storage/setfiles.h"

#include <QDir>
#include <QFileInfo>

namespace {

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
    QDir folder = file.dir();
    for (qsizetype depth = 0; depth < deepestPath; ++depth) {
        const QString manifest = folder.filePath(QLatin1StringView(manifestFileName));
        if (QFileInfo::exists(manifest)) {
            const auto read = loadManifest(manifest);
            const auto *known = std::get_if<Manifest>(&read);
            if (known != nullptr && known->hasFile(folder.relativeFilePath(file.absoluteFilePath())))
                return true;
        }
        if (!folder.cdUp())
            break;
    }
    return false;
}
