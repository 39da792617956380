#include "app/terminal/startupchecks.h"

#include "app/language/joining.h"
#include "app/tasks/threadlimit.h"
#include "app/terminal/console.h"

#include <QCoreApplication>
#include <QStringList>

#include <sys/resource.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <exception>
#include <new>
#include <tuple>
#include <utility>

namespace {

struct StartupChecks
{
    Q_DECLARE_TR_FUNCTIONS(StartupChecks)
};

// Eight threads save, up to six read connections, up to two serve the built-in pictures, and one per core
// renders or checks; flagfetch-render processes count too.
constexpr int neededThreads = 24;

// Measured: with fewer descriptors, some downloads fail.
constexpr rlim_t neededDescriptors = 30;
constexpr rlim_t neededForTwoConnections = 64; // two sources, or a window and its display

rlim_t descriptorsFor(Mode mode)
{
    switch (mode) {
    case Mode::Serve:
    case Mode::List:
        return 0;
    case Mode::Window:
    case Mode::Compare:
        return neededForTwoConnections;
    default:
        return neededDescriptors;
    }
}

QByteArray messageWithoutThreads; // prepared at the start: later there may be no memory
QByteArray messageWithoutMemory;
QtMessageHandler previousMessageHandler = nullptr;
std::terminate_handler previousTerminate = nullptr;

[[noreturn]] void exitWith(const QByteArray &message)
{
    std::ignore = ::write(STDERR_FILENO, message.constData(), std::size_t(message.size()));
    std::_Exit(1);
}

void exitIfNoThread(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (text.startsWith(QLatin1StringView("QThread::start: Thread creation error")))
        exitWith(messageWithoutThreads);
    previousMessageHandler(type, context, text);
}

[[noreturn]] void exitIfNoMemory()
{
    try {
        if (const std::exception_ptr exception = std::current_exception())
            std::rethrow_exception(exception);
    } catch (const std::bad_alloc &) {
        exitWith(messageWithoutMemory);
    } catch (...) { // the previous handler prints it
    }
    previousTerminate();
    std::abort();
}

QtMessageHandler handlerBeforeDisplay = nullptr;
QStringList displayMessages; // of the platform plugins; printed only if the display works

void collectOrExit(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type != QtFatalMsg) {
        displayMessages.append(text);
        return;
    }
    Console().printError(StartupChecks::tr(
        "flagfetch: the display cannot be reached, so no window can be shown; --headless needs none"));
    _exit(1);
}

} // namespace

QString adviceAfterExhaustion(Mode mode)
{
    constexpr Modes resumable = setModes | Mode::Headless;
    if (mode == Mode::Window)
        return StartupChecks::tr("Saved files stay. Close other programs and start this one again.");
    return resumable.testFlag(mode)
        ? StartupChecks::tr("Saved files stay. Continue with --resume and the name of the folder.")
        : StartupChecks::tr("Close other programs and try again.");
}

void installExhaustionHandlers(Mode mode)
{
    const QString advice = adviceAfterExhaustion(mode);
    const auto message = [&advice](const QString &text) -> QByteArray {
        return "flagfetch: " + joinedSentences({text, advice}).toUtf8() + '\n';
    };
    messageWithoutThreads
        = message(StartupChecks::tr("the system does not let this process start another thread."));
    messageWithoutMemory = message(StartupChecks::tr("the system has no more memory for this process."));
    previousMessageHandler = qInstallMessageHandler(&exitIfNoThread);
    previousTerminate = std::set_terminate(&exitIfNoMemory);
}

QString processLimitProblem(Mode mode)
{
    const rlim_t needed = descriptorsFor(mode);
    if (needed == 0)
        return {};
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < needed) {
        return StartupChecks::tr("this process may have %1 files and connections open at once, and needs "
                                 "%2. Raise the limit (ulimit -n).")
            .arg(limit.rlim_cur)
            .arg(needed);
    }
    if (!canStartThreads(neededThreads)) {
        return StartupChecks::tr(
            "the system does not let this process start %1 threads. Raise the limit of processes (ulimit -u, "
            "or that of the container).")
            .arg(neededThreads);
    }
    return {};
}

QString displayProblem()
{
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return {};
    }
    return StartupChecks::tr(
        "there is no display for a window (DISPLAY and WAYLAND_DISPLAY are not set); --headless needs none");
}

DisplayErrorHandler::DisplayErrorHandler()
{
    handlerBeforeDisplay = qInstallMessageHandler(collectOrExit);
}

DisplayErrorHandler::~DisplayErrorHandler()
{
    qInstallMessageHandler(handlerBeforeDisplay);
    for (const QString &text : std::exchange(displayMessages, {}))
        qWarning("%s", qUtf8Printable(text));
}
