#pragma once

#include <chrono>

/// A moment of the clock that never jumps. It is the same clock in all processes since the last boot.
using SteadyTime = std::chrono::steady_clock::time_point;
