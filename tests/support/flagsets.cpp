#include "tests/support/flagsets.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

std::optional<QDir> existing(const QString &path)
{
    if (path.isEmpty() || !QDir(path).exists())
        return std::nullopt;
    return QDir(path);
}

} // namespace

std::optional<QDir> flagIconsFolder(const QTemporaryDir &scratch)
{
    if (const auto named = existing(qEnvironmentVariable("FLAGFETCH_FLAG_ICONS")))
        return named;
    for (const QString &place : {u"flagfetch/flag-icons/flags"_s, u"flag-icons/flags"_s}) {
        const QString found = QStandardPaths::locate(
            QStandardPaths::GenericDataLocation, place, QStandardPaths::LocateDirectory);
        if (const auto folder = existing(found))
            return folder;
    }
    const QDir cache(
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/flagfetch"_s);
    const QStringList packages = cache.entryList({u"flag-icons-*.tgz"_s}, QDir::Files, QDir::Name);
    if (packages.isEmpty())
        return std::nullopt;
    QProcess::execute(
        u"tar"_s, {u"-xzf"_s, cache.filePath(packages.last()), u"-C"_s, scratch.path(), u"package/flags"_s});
    return existing(scratch.filePath(u"package/flags"_s));
}

std::optional<QDir> debianFlagsFolder()
{
    return existing(QStandardPaths::locate(QStandardPaths::GenericDataLocation,
        u"iso-flags-svg/country-4x3"_s, QStandardPaths::LocateDirectory));
}
