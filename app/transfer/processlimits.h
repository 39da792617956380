#pragma once

/// Limits that follow from the number of file descriptors that the system grants this process
/// (RLIMIT_NOFILE).
///
/// Beyond it, connections and files cannot be opened. Threads cannot be started either,
/// which ends the program, because each thread of Qt needs a descriptor.

/// Returns how many requests one batch may have in flight at each of its sources, at least 1.
///
/// @param batches number of batches that run at the same time
/// @param sources number of sources of the batch
[[nodiscard]] int requestsWithinDescriptors(int batches, int sources);

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
