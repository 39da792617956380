#pragma once

#include <QtGlobal>

#include <chrono>

/// How an embedded server treats those who ask. Chance is decided from the seed, the path and how often that
/// path was asked before, never from the order of arrival, so that a run can be repeated.
struct ServerManners
{
    std::chrono::milliseconds shortestDelay{0};
    std::chrono::milliseconds longestDelay{0};
    double errorRate = 0; ///< share of the requests answered 418, 0..1
    std::chrono::milliseconds errorDelay{500}; ///< before such an answer
    quint32 seed = 1;

    friend bool operator==(const ServerManners &, const ServerManners &) = default;
};
