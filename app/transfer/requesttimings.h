#pragma once

#include <chrono>
#include <optional>

using SteadyTime = std::chrono::steady_clock::time_point;

/// When things happened to one request; for a request that was tried again, the times of the last try, except
/// `queued`.
struct RequestTimings
{
    SteadyTime queued; ///< asked of the pool
    std::optional<SteadyTime> started; ///< got a connection's slot
    std::optional<SteadyTime> firstByte; ///< of the answer's header
    std::optional<SteadyTime> finished;
};
