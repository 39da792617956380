#include "app/transfer/processlimits.h"

#include <sys/resource.h>

#include <algorithm>
#include <climits>

namespace {

// For standard streams, signals, event loops, the set in the folder, built-in servers, render processes, and
// the threads that talk to them.
constexpr rlim_t reservedDescriptors = 28;

// The connections of one QNetworkAccessManager to a host, their other ends if the built-in server serves
// them, and the thread that reads them.
constexpr rlim_t managerConnections = 6;
constexpr rlim_t descriptorsPerManager = 2 * managerConnections + 1;

// A thread, its file and folder, and the connection to a render process.
constexpr rlim_t descriptorsPerSave = 4;
// Saving mostly waits for the disk, and disks sync many files at once about as fast as one.
constexpr rlim_t maximalSaves = 8;

/// Returns the descriptors that one of the batches may use.
rlim_t descriptorsPerBatch(int batches)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    const rlim_t most = std::min<rlim_t>(limit.rlim_cur, INT_MAX);
    return (std::max(most, reservedDescriptors) - reservedDescriptors) / rlim_t(batches);
}

} // namespace

int savesWithinDescriptors(int batches)
{
    constexpr rlim_t part = 3; // of the descriptors, so that enough remain for requests
    return int(
        std::clamp<rlim_t>(descriptorsPerBatch(batches) / (part * descriptorsPerSave), 1, maximalSaves));
}

int requestsWithinDescriptors(int batches, int sources)
{
    const rlim_t all = descriptorsPerBatch(batches);
    const rlim_t saves = rlim_t(savesWithinDescriptors(batches)) * descriptorsPerSave;
    const rlim_t managers = (std::max(all, saves) - saves) / descriptorsPerManager / rlim_t(sources);
    return int(std::max<rlim_t>(managers * managerConnections, 1));
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit); // a failure leaves the limit as it is
}
