#include "app/transfer/descriptors.h"

#include <sys/resource.h>

#include <algorithm>
#include <climits>

namespace {

// Standard streams, event loops, the set of the folder, and the one request and save that there always are.
constexpr rlim_t forOtherThings = 20;

// Connections of one QNetworkAccessManager, perhaps with their other ends in the built-in server, and the
// thread that reads them.
constexpr rlim_t connections = 6;
constexpr rlim_t forAManager = 2 * connections + 1;

// The file and its folder; and as many as two requests, which must not find that saves have taken all.
constexpr rlim_t forASave = 8;

int withinLimit(rlim_t count)
{
    return int(std::clamp<rlim_t>(count, 1, INT_MAX));
}

rlim_t descriptorsLeft()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return RLIM_INFINITY;
    return std::max(limit.rlim_cur, forOtherThings) - forOtherThings;
}

} // namespace

int requestsWithinDescriptors()
{
    return withinLimit(descriptorsLeft() / forAManager * connections);
}

int savesWithinDescriptors()
{
    return withinLimit(descriptorsLeft() / forASave);
}

void allowManyDescriptors()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit); // or it stays as it is
}
