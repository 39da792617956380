#pragma once

#include <QtGlobal>

// Restrictions of the flagfetch-render process. Each one has no effect if the kernel does not support it.

/// The descriptor of the socket to the program.
inline constexpr int renderSocket = 3;

/// Applies all restrictions: at most 512 MiB of address space; files are opened for reading only, and only
/// those of libraries and fonts; starting a process or opening a socket terminates the process. Call it
/// before other threads are started, because they inherit the restrictions. Has no effect with sanitizers,
/// which need more.
void confine();

/// Filters the system calls of this thread and of threads that it starts: sockets and processes terminate the
/// process, opening for writing fails, and calls that drawing does not need return ENOSYS. Requires
/// PR_SET_NO_NEW_PRIVS. Called by confine().
void restrictSystemCalls();

/// Allows ten more seconds of processor time, after which the kernel terminates the process.
void allowProcessorTime();

/// Allows this many bytes more than the process uses now, up to 2 GiB, for compositions.
void allowMemory(qint64 bytes);

/// Restores the limit of 512 MiB.
void restoreMemoryLimit();

/// Terminates the process as soon as the other end of the socket is closed, even while the main thread draws.
/// PR_SET_PDEATHSIG does not suffice: it is sent when the thread that started this process ends.
void exitOnHangup(int socket);
