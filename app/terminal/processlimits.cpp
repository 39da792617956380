#include "app/terminal/processlimits.h"

#include <QCoreApplication>

#include <sys/resource.h>

#include <latch>
#include <system_error>
#include <thread>
#include <vector>

namespace {

struct ProcessLimitsText
{
    Q_DECLARE_TR_FUNCTIONS(ProcessLimits)
};

// Eight save, five or six read connections, one or two serve the built-in pictures, and each core draws or
// checks; and as many processes draw.
constexpr int neededThreads = 24;

// Measured: downloads end well with these, and with fewer they do not always.
constexpr rlim_t neededDescriptors = 30;
constexpr rlim_t neededForTwoAtOnce = 64; // two sources, or a window and its display

rlim_t descriptorsFor(Mode mode)
{
    switch (mode) {
    case Mode::Serve:
    case Mode::List:
        return 0;
    case Mode::Window:
    case Mode::Compare:
        return neededForTwoAtOnce;
    default:
        return neededDescriptors;
    }
}

bool canHaveThreads(int count)
{
    std::latch mayEnd(1);
    std::vector<std::thread> threads;
    bool isEnough = true;
    try {
        for (int i = 0; i < count; ++i)
            threads.emplace_back([&mayEnd] { mayEnd.wait(); });
    } catch (const std::system_error &) {
        isEnough = false;
    }
    mayEnd.count_down();
    for (std::thread &thread : threads)
        thread.join();
    return isEnough;
}

} // namespace

QString problemWithProcessLimits(Mode mode)
{
    const rlim_t needed = descriptorsFor(mode);
    if (needed == 0)
        return {};
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < needed) {
        return ProcessLimitsText::tr("this process may have %1 files and connections open at once, and needs "
                                     "%2. Raise the limit (ulimit -n).")
            .arg(limit.rlim_cur)
            .arg(needed);
    }
    if (!canHaveThreads(neededThreads)) {
        return ProcessLimitsText::tr(
            "the system does not let this process start %1 threads. Raise the limit of processes (ulimit -u, "
            "or that of the container).")
            .arg(neededThreads);
    }
    return {};
}
