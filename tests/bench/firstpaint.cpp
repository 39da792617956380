// A library for LD_PRELOAD that ends a Qt program when its first window has been painted, and prints the time
// of that moment: that of the monotonic clock, and the CPU time of the process, both in nanoseconds. The
// program needs no change. Takes the place of QBackingStore::flush(), which sends what was painted to the
// display.

#include <QBackingStore>

#include <dlfcn.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>

namespace {

using Flush = void (*)(QBackingStore *, const QRegion &, QWindow *, const QPoint &);

long long nanoseconds(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<long long>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

} // namespace

void QBackingStore::flush(const QRegion &region, QWindow *window, const QPoint &offset)
{
    static const auto real = reinterpret_cast<Flush>(
        ::dlsym(RTLD_NEXT, "_ZN13QBackingStore5flushERK7QRegionP7QWindowRK6QPoint"));
    real(this, region, window, offset);
    std::printf("%lld %lld\n", nanoseconds(CLOCK_MONOTONIC), nanoseconds(CLOCK_PROCESS_CPUTIME_ID));
    std::fflush(stdout);
    ::_exit(0);
}
