#pragma once

#include <QtGlobal>

#include <algorithm>

/// How often a test that kills programs at random moments does so: `usual` times, or FLAGFETCH_ROUNDS times
/// as often. scripts/soak.sh sets that; the usual count keeps the whole suite short.
[[nodiscard]] inline int rounds(int usual)
{
    return usual * std::max(1, qEnvironmentVariableIntValue("FLAGFETCH_ROUNDS"));
}
