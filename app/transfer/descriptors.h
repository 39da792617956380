#pragma once

/// How many requests this process can have in flight with the file descriptors that the system lets it have.
/// Beyond that connections fail, and so does the event loop of a new thread, which ends the program.
[[nodiscard]] int requestsWithinDescriptors();

/// How many files it can write at the same time, likewise. Eight saves with their folders have all the
/// descriptors that a small limit leaves, and then the requests find none.
[[nodiscard]] int savesWithinDescriptors();

/// Lets the process have as many as it may. The usual limit of 1024 is there for programs that call select().
void allowManyDescriptors();
