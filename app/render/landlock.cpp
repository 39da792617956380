#include "app/render/landlock.h"

#include "app/storage/uniquefd.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QStringList>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

// Of the first version of Landlock. Later ones handle what no file of ours needs, and what a process may do
// that has no descriptor to write to.
constexpr std::uint64_t everyAccess = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
constexpr std::uint64_t readingFiles = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t readingFolders = readingFiles | LANDLOCK_ACCESS_FS_READ_DIR;

void allowReading(int ruleset, const QString &path)
{
    const UniqueFd place(::open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC));
    if (!place.isOpen())
        return; // not on this computer
    landlock_path_beneath_attr rule{};
    rule.parent_fd = place.number();
    rule.allowed_access = QFileInfo(path).isDir() ? readingFolders : readingFiles;
    std::ignore = ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

/// Libraries with their data, and fonts with their settings and caches.
QStringList readablePlaces()
{
    const auto at = [](QStandardPaths::StandardLocation location, const QString &name) -> QString {
        return QStandardPaths::writableLocation(location) + u'/' + name;
    };
    return QStringList{u"/usr"_s, u"/lib"_s, u"/lib64"_s, u"/etc/fonts"_s, u"/etc/ld.so.cache"_s,
               u"/var/cache/fontconfig"_s, u"/proc/self"_s, u"/sys/fs/cgroup"_s, u"/dev/null"_s,
               u"/dev/urandom"_s, QDir::home().filePath(u".fonts"_s),
               at(QStandardPaths::GenericDataLocation, u"fonts"_s),
               at(QStandardPaths::GenericConfigLocation, u"fontconfig"_s),
               at(QStandardPaths::GenericCacheLocation, u"fontconfig"_s)}
    + QCoreApplication::libraryPaths();
}

} // namespace

void restrictFiles()
{
    landlock_ruleset_attr handled{};
    handled.handled_access_fs = everyAccess;
    const UniqueFd ruleset(int(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0)));
    if (!ruleset.isOpen())
        return;
    for (const QString &place : readablePlaces())
        allowReading(ruleset.number(), place);
    std::ignore = ::syscall(SYS_landlock_restrict_self, ruleset.number(), 0);
}
