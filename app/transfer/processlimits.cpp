#include "app/transfer/processlimits.h"

#include "app/logging/logging.h"
#include "app/tasks/threadlimit.h"

#include <QThread>

#include <sys/resource.h>

#include <algorithm>
#include <climits>
#include <cstddef>

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

// Managers whose threads the program has started once, at its start.
constexpr int certainManagers = 6;
// Those managers, and one thread for each save at a time.
constexpr int leastThreads = certainManagers + int(maximalSaves);

/// The threads of all batches besides those of their managers: for saves, the set, the check of what is
/// current, and the built-in server. Retired managers are destroyed on the global pool, which has a thread
/// for each core, and the processes that draw count too.
int threadsBesidesManagers(int batches)
{
    constexpr int others = 4;
    return batches * (int(maximalSaves) + others) + 2 * QThread::idealThreadCount();
}

int managersFor(int requests)
{
    return (requests + int(managerConnections) - 1) / int(managerConnections);
}

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

int StartableThreads::upTo(int needed)
{
    if (needed > m_tried && m_started == m_tried) {
        m_started = int(startableThreads(std::size_t(needed)));
        m_tried = needed;
    }
    return std::min(needed, m_started);
}

int requestsWithinThreads(int wanted, int running, int batches, int sources, StartableThreads &threads)
{
    const int shares = batches * sources;
    const int additional = managersFor(wanted) - running;
    if (additional <= 0 || managersFor(wanted) * shares <= certainManagers)
        return wanted;
    const int besides = threadsBesidesManagers(batches);
    const int needed = additional * shares + besides;
    const int startable = threads.upTo(needed);
    if (startable == needed)
        return wanted;
    qCDebug(lcTransfer) << "the system lets this process start" << startable << "of" << needed << "threads";
    if (startable < leastThreads)
        return 0;
    const int managers = std::max(startable - besides, certainManagers) / shares;
    return std::min(wanted, std::max(running + managers, 1) * int(managerConnections));
}

bool areThreadsLeft(int managers)
{
    return canStartThreads(std::size_t(managers) + std::size_t(maximalSaves));
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit); // a failure leaves the limit as it is
}
