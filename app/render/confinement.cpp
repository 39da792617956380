#include "app/render/confinement.h"

#include "app/storage/posixfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QStringList>

#include <fcntl.h>
#include <linux/landlock.h>
#include <poll.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

constexpr rlim_t usualAddressSpace = rlim_t(512) << 20;
constexpr rlim_t largestAddressSpace = rlim_t(2) << 30;
constexpr rlim_t secondsPerPicture = 10;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool hasSanitizer = true;
#else
constexpr bool hasSanitizer = false;
#endif

void setLimit(__rlimit_resource resource, rlim_t most, rlim_t hardest)
{
    const rlimit limits{.rlim_cur = most, .rlim_max = hardest};
    std::ignore = ::setrlimit(resource, &limits);
}

rlim_t usedAddressSpace()
{
    std::ifstream file("/proc/self/statm");
    rlim_t pages = 0;
    file >> pages;
    return pages * rlim_t(::sysconf(_SC_PAGESIZE));
}

// The access rights of Landlock ABI 1. Later versions add rights that are not needed here, because the
// process has no descriptors for writing.
constexpr std::uint64_t everyAccess = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
constexpr std::uint64_t readingFiles = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t readingFolders = readingFiles | LANDLOCK_ACCESS_FS_READ_DIR;

void allowReading(int ruleset, const QString &path)
{
    const UniqueFd place(::open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC));
    if (!place.isOpen())
        return; // does not exist on this computer
    landlock_path_beneath_attr rule{};
    rule.parent_fd = place.number();
    rule.allowed_access = QFileInfo(path).isDir() ? readingFolders : readingFiles;
    std::ignore = ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

/// Libraries and their data; fonts, their configuration and caches.
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

void *waitForHangup(void *argument)
{
    pollfd watched{
        .fd = static_cast<int>(reinterpret_cast<std::intptr_t>(argument)), .events = 0, .revents = 0};
    while ((watched.revents & (POLLHUP | POLLERR | POLLNVAL)) == 0)
        std::ignore = ::poll(&watched, 1, -1);
    ::_exit(0);
}

/// Makes this thread and those that it starts unable to write files, and to read files other than libraries
/// and fonts. Has no effect without Landlock. Requires PR_SET_NO_NEW_PRIVS.
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

} // namespace

void confine()
{
    setLimit(RLIMIT_CORE, 0, 0);
    if (hasSanitizer || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return;
    setLimit(RLIMIT_AS, usualAddressSpace, largestAddressSpace);
    restrictFiles();
    restrictSystemCalls();
}

void allowProcessorTime()
{
    rusage used{};
    rlimit limits{};
    if (::getrusage(RUSAGE_SELF, &used) != 0 || ::getrlimit(RLIMIT_CPU, &limits) != 0)
        return;
    const auto seconds = rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1);
    setLimit(RLIMIT_CPU, std::min(seconds + secondsPerPicture, limits.rlim_max), limits.rlim_max);
}

void allowMemory(qint64 bytes)
{
    if (!hasSanitizer)
        setLimit(RLIMIT_AS, std::min(usedAddressSpace() + rlim_t(bytes), largestAddressSpace),
            largestAddressSpace);
}

void restoreMemoryLimit()
{
    if (!hasSanitizer)
        setLimit(RLIMIT_AS, usualAddressSpace, largestAddressSpace);
}

void exitOnHangup(int socket)
{
    // Small, because the stack counts against the limit of the address space. The thread must not call
    // malloc(), which would reserve an arena for it.
    constexpr std::size_t stack = 64 << 10;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t thread{};
    if (::pthread_create(&thread, &attributes, waitForHangup,
            reinterpret_cast<void *>(std::intptr_t(socket))) // NOLINT(performance-no-int-to-ptr)
        != 0)
        ::_exit(1);
    pthread_attr_destroy(&attributes);
}
