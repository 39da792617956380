#pragma once

#include <cstddef>

/// How many more threads, `wanted` at most, the system lets this process start, all at once. Starts them for
/// a moment: a hundred take a few milliseconds. A QThread that cannot start ends the program, so ask before
/// starting many.
[[nodiscard]] std::size_t startableThreads(std::size_t wanted);

/// Whether the system lets this process start so many more threads. See startableThreads().
[[nodiscard]] bool canStartThreads(std::size_t count);
