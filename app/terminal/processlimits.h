#pragma once

#include "app/terminal/mode.h"

#include <QString>

/// Why this process has too few file descriptors or threads for the mode, and what to do; empty if it has
/// enough. Where either runs out later, Qt ends the program or waits for ever. Starts some threads and ends
/// them.
[[nodiscard]] QString problemWithProcessLimits(Mode mode);
