#pragma once

#include "app/downloads/flagresult.h"

/// Notices that a batch is hopeless: that the host, the network or the proxy cannot be reached at all, so
/// that one reason can be given instead of the same one for every country.
class CircuitBreaker final
{
public:
    /// Whether this result is one too many of those that say so, with nothing else in between.
    [[nodiscard]] bool recordResult(const FlagResult &result);

private:
    static constexpr int enough = 5;

    int m_inARow = 0;
};
