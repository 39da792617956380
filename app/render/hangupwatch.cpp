#include "app/render/hangupwatch.h"

#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <tuple>

namespace {

void *waitForHangup(void *argument)
{
    pollfd watched{
        .fd = static_cast<int>(reinterpret_cast<std::intptr_t>(argument)), .events = 0, .revents = 0};
    while ((watched.revents & (POLLHUP | POLLERR | POLLNVAL)) == 0)
        std::ignore = ::poll(&watched, 1, -1);
    ::_exit(0);
}

} // namespace

void exitOnHangup(int socket)
{
    // Small, because it counts against the limit of the address space. No malloc() either: that would reserve
    // an arena for the thread.
    constexpr std::size_t stack = 64 << 10;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t thread{};
    if (::pthread_create(&thread, &attributes, waitForHangup, reinterpret_cast<void *>(std::intptr_t(socket)))
        != 0)
        ::_exit(1);
    pthread_attr_destroy(&attributes);
}
