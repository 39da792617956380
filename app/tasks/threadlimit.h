#pragma once

#include <cstddef>

/// Whether the system lets this process start so many more threads, all at once. Starts them for a moment:
/// a hundred take a few milliseconds. A QThread that cannot start ends the program, so ask before starting
/// many.
[[nodiscard]] bool canStartThreads(std::size_t count);
