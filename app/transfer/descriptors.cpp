#include "app/transfer/descriptors.h"

#include <sys/resource.h>

#include <algorithm>
#include <climits>

namespace {

// Standard streams, event loops, files that are being saved.
constexpr rlim_t forOtherThings = 20;

// Connections of one QNetworkAccessManager, perhaps with their other ends in the built-in server, and the
// thread that reads them.
constexpr rlim_t connections = 6;
constexpr rlim_t forAManager = 2 * connections + 1;

} // namespace

int requestsWithinDescriptors()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return INT_MAX;
    const rlim_t left = std::max(limit.rlim_cur, forOtherThings) - forOtherThings;
    return int(std::clamp<rlim_t>(left / forAManager * connections, 1, INT_MAX));
}

void allowManyDescriptors()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit); // or it stays as it is
}
