// To be loaded before the system's libraries (LD_PRELOAD). The calls below fail as the environment says:
// FLAGFETCH_FAIL_<call>="ERRNO FIRST LAST" lets the FIRST to the LAST of them fail, and -1 for ERRNO ends the
// process in the middle of one. Those that concern files are counted for files alone that have not got their
// final name yet, so that nothing else in the process is disturbed.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

template <typename Function>
class Call final
{
public:
    explicit Call(const char *name)
        : m_real(reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name)))
    {
        if (const char *plan = std::getenv((std::string("FLAGFETCH_FAIL_") + name).c_str()))
            std::sscanf(plan, "%d %d %d", &m_error, &m_first, &m_last);
    }

    /// Does not return where the process is to end.
    [[nodiscard]] bool isToFail()
    {
        const int number = ++m_count;
        if (number < m_first || number > m_last)
            return false;
        if (m_error < 0)
            ::kill(::getpid(), SIGKILL);
        errno = m_error;
        return true;
    }

    template <typename... Arguments>
    auto operator()(Arguments... arguments) const
    {
        return m_real(arguments...);
    }

private:
    Function *m_real;
    int m_error = 0;
    int m_first = INT_MAX;
    int m_last = 0;
    std::atomic_int m_count{0};
};

bool isHidden(const char *path)
{
    return std::strstr(path, "/.flagfetch-") != nullptr;
}

/// Whether it is a file without a name, or with a hidden one.
bool isUnpublished(int descriptor)
{
    struct stat file
    {
    };
    if (::fstat(descriptor, &file) != 0 || !S_ISREG(file.st_mode))
        return false;
    char path[PATH_MAX] = {};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    return file.st_nlink == 0 || (::readlink(link.c_str(), path, sizeof path - 1) > 0 && isHidden(path));
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    static Call<int(const char *, int, ...)> call("open");
    std::va_list rest;
    va_start(rest, flags);
    const bool hasMode = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    const mode_t mode = hasMode ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return (flags & O_TMPFILE) == O_TMPFILE && call.isToFail() ? -1 : call(path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static Call<ssize_t(int, const void *, size_t)> call("write");
    return isUnpublished(descriptor) && call.isToFail() ? -1 : call(descriptor, bytes, size);
}

int fdatasync(int descriptor)
{
    static Call<int(int)> call("fdatasync");
    return isUnpublished(descriptor) && call.isToFail() ? -1 : call(descriptor);
}

int linkat(int oldFolder, const char *oldPath, int newFolder, const char *newPath, int flags) noexcept
{
    static Call<int(int, const char *, int, const char *, int)> call("linkat");
    return call.isToFail() ? -1 : call(oldFolder, oldPath, newFolder, newPath, flags);
}

int rename(const char *oldPath, const char *newPath) noexcept
{
    static Call<int(const char *, const char *)> call("rename");
    return isHidden(oldPath) && call.isToFail() ? -1 : call(oldPath, newPath);
}

int renameat2(
    int oldFolder, const char *oldPath, int newFolder, const char *newPath, unsigned int flags) noexcept
{
    static Call<int(int, const char *, int, const char *, unsigned int)> call("renameat2");
    return isHidden(oldPath) && call.isToFail() ? -1 : call(oldFolder, oldPath, newFolder, newPath, flags);
}

int socket(int domain, int type, int protocol) noexcept
{
    static Call<int(int, int, int)> call("socket");
    const bool isOfNetwork = domain == AF_INET || domain == AF_INET6;
    return isOfNetwork && call.isToFail() ? -1 : call(domain, type, protocol);
}

} // extern "C"
