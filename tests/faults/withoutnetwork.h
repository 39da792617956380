#pragma once

#include <QString>

/// Whether this process has been started by repeatedWithoutNetwork().
[[nodiscard]] bool isWithoutNetwork();

/// Runs the test that is running now once more, in a process of its own that has no network at all, not even
/// a loopback address: `unshare` takes it away. Empty if that went well, else what it said.
[[nodiscard]] QString repeatedWithoutNetwork();

/// Why there can be no such process on this system; empty if there can.
[[nodiscard]] QString obstacleToBeingWithoutNetwork();
