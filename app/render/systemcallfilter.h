#pragma once

/// Filters the system calls of this thread and those that it starts: sockets and processes end the process,
/// opening for writing is refused, and what drawing does not need does not exist. Does nothing where the
/// kernel has no seccomp. Needs PR_SET_NO_NEW_PRIVS.
void restrictSystemCalls();
