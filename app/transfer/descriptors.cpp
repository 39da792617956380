#include "app/transfer/descriptors.h"

#include <sys/resource.h>

#include <algorithm>
#include <climits>

namespace {

// Standard streams, signals, event loops, the set of the folder, built-in servers, processes that draw and
// the threads that speak to them.
constexpr rlim_t forOtherThings = 28;

// Connections of one QNetworkAccessManager, perhaps with their other ends in the built-in server, and the
// thread that reads them.
constexpr rlim_t connections = 6;
constexpr rlim_t forAManager = 2 * connections + 1;

// The thread, the file and its folder, and what it sends to a process that draws.
constexpr rlim_t forASave = 4;
// Saving waits for the disk most of the time, and disks sync many files at once about as fast as one.
constexpr rlim_t mostSaves = 8;

/// Of one of the batches.
rlim_t share(int batches)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    const rlim_t most = std::min<rlim_t>(limit.rlim_cur, INT_MAX);
    return (std::max(most, forOtherThings) - forOtherThings) / rlim_t(batches);
}

} // namespace

int savesWithinDescriptors(int batches)
{
    constexpr rlim_t part = 3; // of the share, so that the requests find some
    return int(std::clamp<rlim_t>(share(batches) / (part * forASave), 1, mostSaves));
}

int requestsWithinDescriptors(int batches, int sources)
{
    const rlim_t all = share(batches);
    const rlim_t saves = rlim_t(savesWithinDescriptors(batches)) * forASave;
    const rlim_t managers = (std::max(all, saves) - saves) / forAManager / rlim_t(sources);
    return int(std::max<rlim_t>(managers * connections, 1));
}

void allowManyDescriptors()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit); // or it stays as it is
}
