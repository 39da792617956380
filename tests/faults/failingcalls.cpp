// A library for LD_PRELOAD that makes the system calls below fail. FLAGFETCH_FAIL_<call>="ERRNO FIRST LAST"
// in the environment makes calls number FIRST to LAST fail with ERRNO; -1 as ERRNO kills the process instead.
// Calls for files count only if the file does not have its final name yet, so that the rest of the process is
// not disturbed.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
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

    /// Counts the call. Does not return if the call kills the process.
    [[nodiscard]] bool shouldFail()
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

/// Whether it is a file without a name or with a hidden one.
bool isUnpublished(int descriptor)
{
    struct stat file
    {
    };
    if (::fstat(descriptor, &file) != 0 || !S_ISREG(file.st_mode))
        return false;
    std::array<char, PATH_MAX> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    return file.st_nlink == 0
        || (::readlink(link.c_str(), path.data(), path.size() - 1) > 0 && isHidden(path.data()));
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
    return (flags & O_TMPFILE) == O_TMPFILE && call.shouldFail() ? -1 : call(path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static Call<ssize_t(int, const void *, size_t)> call("write");
    return isUnpublished(descriptor) && call.shouldFail() ? -1 : call(descriptor, bytes, size);
}

int fdatasync(int descriptor)
{
    static Call<int(int)> call("fdatasync");
    return isUnpublished(descriptor) && call.shouldFail() ? -1 : call(descriptor);
}

int flock(int descriptor, int operation) noexcept
{
    static Call<int(int, int)> call("flock");
    return call.shouldFail() ? -1 : call(descriptor, operation);
}

int linkat(int oldFolder, const char *oldPath, int newFolder, const char *newPath, int flags) noexcept
{
    static Call<int(int, const char *, int, const char *, int)> call("linkat");
    return call.shouldFail() ? -1 : call(oldFolder, oldPath, newFolder, newPath, flags);
}

int rename(const char *oldPath, const char *newPath) noexcept
{
    static Call<int(const char *, const char *)> call("rename");
    return isHidden(oldPath) && call.shouldFail() ? -1 : call(oldPath, newPath);
}

int renameat2(
    int oldFolder, const char *oldPath, int newFolder, const char *newPath, unsigned int flags) noexcept
{
    static Call<int(int, const char *, int, const char *, unsigned int)> call("renameat2");
    return isHidden(oldPath) && call.shouldFail() ? -1 : call(oldFolder, oldPath, newFolder, newPath, flags);
}

int socket(int domain, int type, int protocol) noexcept
{
    static Call<int(int, int, int)> call("socket");
    const bool isInternetSocket = domain == AF_INET || domain == AF_INET6;
    return isInternetSocket && call.shouldFail() ? -1 : call(domain, type, protocol);
}

} // extern "C"
