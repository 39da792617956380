#include "app/terminal/processlimits.h"

#include <QCoreApplication>

#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <latch>
#include <new>
#include <system_error>
#include <thread>
#include <tuple>
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

QByteArray messageWithoutThreads; // made beforehand: there may be no memory later
QByteArray messageWithoutMemory;
QtMessageHandler usualMessageHandler = nullptr;
std::terminate_handler usualTerminate = nullptr;

[[noreturn]] void endWith(const QByteArray &message)
{
    std::ignore = ::write(STDERR_FILENO, message.constData(), std::size_t(message.size()));
    std::_Exit(1);
}

void endWithoutThreads(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (text.startsWith(QLatin1StringView("QThread::start: Thread creation error")))
        endWith(messageWithoutThreads);
    usualMessageHandler(type, context, text);
}

[[noreturn]] void endWithoutMemory()
{
    try {
        if (const std::exception_ptr exception = std::current_exception())
            std::rethrow_exception(exception);
    } catch (const std::bad_alloc &) {
        endWith(messageWithoutMemory);
    } catch (...) { // says what it was
    }
    usualTerminate();
    std::abort();
}

} // namespace

void endClearlyWhenExhausted()
{
    const QString goOn = ProcessLimitsText::tr("What is saved stays; flagfetch --resume goes on with it.");
    const auto message = [&goOn](const QString &text) {
        return QStringLiteral("flagfetch: %1 %2\n").arg(text, goOn).toUtf8();
    };
    messageWithoutThreads
        = message(ProcessLimitsText::tr("the system does not let this process start another thread."));
    messageWithoutMemory = message(ProcessLimitsText::tr("the system has no more memory for this process."));
    usualMessageHandler = qInstallMessageHandler(&endWithoutThreads);
    usualTerminate = std::set_terminate(&endWithoutMemory);
}

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
