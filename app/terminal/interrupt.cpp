#include "app/terminal/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <tuple>

namespace {

constexpr std::array handledSignals{SIGINT, SIGTERM, SIGHUP};
constexpr std::int64_t togetherLimit = 300; // ms; later signals are a second request

int writeEnd = -1;
std::array<std::atomic<std::int64_t>, handledSignals.size()> firstTimes; // in ms; 0: none yet

std::atomic<bool> hasDeadline = false;
timer_t deadline{}; // valid if hasDeadline
std::atomic<int> deadlineSignal = 0; // that started it; 0: none yet
QByteArray deadlineText;

std::int64_t milliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

/// Calls only async-signal-safe functions.
void endAtDeadline(int)
{
    pollfd output{.fd = STDERR_FILENO, .events = POLLOUT, .revents = 0};
    if (::poll(&output, 1, 0) == 1 && output.revents == POLLOUT) // the reader may have stopped, or ended
        std::ignore = write(output.fd, deadlineText.constData(), std::size_t(deadlineText.size()));
    ::_exit(128 + deadlineSignal);
}

/// Calls only async-signal-safe functions.
void handle(int number)
{
    const int savedErrno = errno;
    const auto kind = std::size_t(std::ranges::find(handledSignals, number) - handledSignals.begin());
    const std::int64_t now = milliseconds();
    if (std::int64_t first = 0; !firstTimes[kind].compare_exchange_strong(first, now)) {
        if (now - first >= togetherLimit) {
            std::ignore = std::signal(number, SIG_DFL);
            std::ignore = std::raise(number); // takes effect after this function returns
        }
        errno = savedErrno;
        return;
    }
    if (int none = 0; hasDeadline && deadlineSignal.compare_exchange_strong(none, number)) {
        struct sigaction action = {}; // only now: until then, a SIGALRM is someone else's
        action.sa_handler = endAtDeadline;
        sigaction(SIGALRM, &action, nullptr);
        itimerspec longest{};
        longest.it_value = {.tv_sec = 1, .tv_nsec = 800'000'000};
        std::ignore = ::timer_settime(deadline, 0, &longest, nullptr);
    }
    const auto byte = static_cast<char>(number);
    [[maybe_unused]] const auto written = write(writeEnd, &byte, 1);
    errno = savedErrno;
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (pipe2(m_ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals keep their default action
    writeEnd = m_ends[1];
    for (auto &time : firstTimes)
        time = 0;
    prepareDeadline();
    m_notifier.setSocket(m_ends[0]);
    m_notifier.setEnabled(true);
    connect(&m_notifier, &QSocketNotifier::activated, this, &Interrupt::readSignal);

    for (const int number : handledSignals) {
        struct sigaction before = {};
        sigaction(number, nullptr, &before);
        if (before.sa_handler == SIG_IGN)
            continue;
        struct sigaction action = {};
        action.sa_handler = handle;
        action.sa_flags = SA_RESTART;
        sigaction(number, &action, nullptr);
    }
}

Interrupt::~Interrupt()
{
    restoreDefaults();
    if (hasDeadline.exchange(false))
        ::timer_delete(deadline);
    if (deadlineSignal != 0)
        std::ignore = std::signal(SIGALRM, SIG_DFL);
    m_notifier.setEnabled(false);
    for (const int end : m_ends) {
        if (end >= 0)
            close(end);
    }
}

void Interrupt::restoreDefaults()
{
    for (const int number : handledSignals) {
        struct sigaction present = {};
        sigaction(number, nullptr, &present);
        if (present.sa_handler != handle)
            continue;
        present.sa_handler = SIG_DFL;
        sigaction(number, &present, nullptr);
    }
}

bool Interrupt::hasArrived()
{
    return std::ranges::any_of(firstTimes, [](const auto &time) { return time != 0; });
}

void Interrupt::prepareDeadline()
{
    deadlineText = tr("flagfetch: ended, because stopping took too long").toUtf8() + '\n';
    deadlineSignal = 0;
    sigevent event{};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGALRM;
    hasDeadline = ::timer_create(CLOCK_MONOTONIC, &event, &deadline) == 0;
}

void Interrupt::readSignal()
{
    char byte = 0;
    if (read(m_ends[0], &byte, 1) != 1)
        return;
    m_number = static_cast<unsigned char>(byte);
    m_hasInterrupted = true;
    Q_EMIT interrupted();
}
