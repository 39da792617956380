#include "app/render/confinement.h"

#include "app/render/landlock.h"
#include "app/render/systemcallfilter.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <tuple>

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

void allowUsualMemory()
{
    if (!hasSanitizer)
        setLimit(RLIMIT_AS, usualAddressSpace, largestAddressSpace);
}
