#pragma once

/// Limits that follow from what the system grants this process: file descriptors (RLIMIT_NOFILE) and threads
/// (RLIMIT_NPROC, and pids.max of a control group).
///
/// Without a descriptor, connections and files cannot be opened. Without a thread, or a descriptor for its
/// event loop, a QThread cannot start, which ends the program. So the requests of a batch are bounded in
/// advance by both. SourceScheduler applies the bounds.

/// Returns how many requests one batch may have in flight at each of its sources, at least 1.
///
/// @param batches number of batches that run at the same time
/// @param sources number of sources of the batch
[[nodiscard]] int requestsWithinDescriptors(int batches, int sources);

/// Counts how many threads the system lets this process start, by starting them for a moment: 5 ms for 170.
/// Remembers the largest count, so use one object for one decision.
class StartableThreads final
{
public:
    /// Returns how many of the `needed` threads can be started.
    [[nodiscard]] int upTo(int needed);

private:
    int m_tried = 0;
    int m_started = 0;
};

/// Returns how many of the `wanted` requests one batch may have in flight at each of its sources. 0 if the
/// system lets this process start too few threads for any batch.
///
/// Six requests need a thread, that of their QNetworkAccessManager. Six such threads are certain, because
/// the program has started them once, at its start (processLimitProblem()). For more, `threads` counts.
///
/// @param running number of managers of this source that exist already
[[nodiscard]] int requestsWithinThreads(
    int wanted, int running, int batches, int sources, StartableThreads &threads);

/// Whether so many more managers may be created than requestsWithinThreads() has counted, and enough threads
/// remain to save files.
[[nodiscard]] bool areThreadsLeft(int managers);

/// Returns how many threads one batch may use to save files, from 1 to 8.
///
/// Saving mostly waits for the disk, so more threads would not make it faster.
///
/// @param batches number of batches that run at the same time
[[nodiscard]] int savesWithinDescriptors(int batches);

/// Raises the soft limit of this process to its hard limit. If the system refuses, the limit stays as it is.
///
/// The usual soft limit of 1024 exists for programs that call select(), which cannot handle larger
/// descriptors. Qt uses poll().
void raiseDescriptorLimit();
