#pragma once

#include "app/terminal/mode.h"

#include <QString>

/// Why this process has too few file descriptors or threads for the mode, and what to do; empty if it has
/// enough. Where either runs out later, Qt ends the program or waits for ever. Starts some threads and ends
/// them.
[[nodiscard]] QString problemWithProcessLimits(Mode mode);

/// From here on the program ends with a message and status 1 where a thread cannot be started, for which Qt
/// would wait for ever, or where memory runs out in the thread of the events. What is saved stays, with a
/// journal to go on with. To be called once, when texts can be translated.
void endClearlyWhenExhausted();
