#pragma once

/// What one of `batches` that run at the same time can do at once with the file descriptors that the system
/// lets this process have. Beyond that connections and files fail, and so does the start of a thread, which
/// ends the program: each thread of Qt has a descriptor.

/// Requests in flight to each of `sources`.
[[nodiscard]] int requestsWithinDescriptors(int batches, int sources);

/// Threads that save.
[[nodiscard]] int savesWithinDescriptors(int batches);

/// Lets the process have as many as it may. The usual limit of 1024 is there for programs that call select().
void allowManyDescriptors();
