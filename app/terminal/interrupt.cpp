#include "app/terminal/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace {

constexpr std::array signalsTaken{SIGINT, SIGTERM, SIGHUP};

int writeEnd = -1;

void handle(int number)
{
    const int savedErrno = errno;
    const auto byte = static_cast<char>(number);
    [[maybe_unused]] const auto written = write(writeEnd, &byte, 1);
    errno = savedErrno;
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (pipe2(m_ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals then keep their usual effect
    writeEnd = m_ends[1];
    m_notifier.setSocket(m_ends[0]);
    m_notifier.setEnabled(true);
    connect(&m_notifier, &QSocketNotifier::activated, this, &Interrupt::take);

    for (const int number : signalsTaken) {
        struct sigaction before = {};
        sigaction(number, nullptr, &before);
        if (before.sa_handler == SIG_IGN)
            continue;
        struct sigaction action = {};
        action.sa_handler = handle;
        action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
        sigaction(number, &action, nullptr);
    }
}

Interrupt::~Interrupt()
{
    for (const int number : signalsTaken) {
        struct sigaction present = {};
        sigaction(number, nullptr, &present);
        if (present.sa_handler != handle)
            continue;
        present.sa_handler = SIG_DFL;
        sigaction(number, &present, nullptr);
    }
    m_notifier.setEnabled(false);
    for (const int end : m_ends) {
        if (end >= 0)
            close(end);
    }
}

void Interrupt::take()
{
    char byte = 0;
    if (read(m_ends[0], &byte, 1) != 1)
        return;
    m_number = byte;
    m_hasInterrupted = true;
    Q_EMIT interrupted();
}
