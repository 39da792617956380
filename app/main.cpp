#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/drawing/renderpool.h"
#include "app/language/translation.h"
#include "app/logging/logging.h"
#include "app/session/sessionthread.h"
#include "app/terminal/startupchecks.h"
#include "app/terminal/terminalrun.h"
#include "app/transfer/processlimits.h"
#include "ui/accessible/accessiblefactory.h"
#include "ui/desktop/desktopid.h"
#include "ui/look/windowstyle.h"
#include "ui/preferences/preferences.h"
#include "ui/window/mainwindow.h"
#include "ui/window/singleinstance.h"
#include "ui/window/windowrun.h"
#include "ui/window/windowsettings.h"

#include <QApplication>
#include <QDir>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>
#include <tuple>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct StartText
{
    Q_DECLARE_TR_FUNCTIONS(StartText)
};

/// If the program was started without standard streams, the first files that it opens would get their
/// descriptors, and output for the streams would go into these files.
void openStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            std::ignore
                = ::open("/dev/null", O_RDWR); // returns the lowest free descriptor, which is this one
    }
}

/// Makes file names UTF-8 if no locale is set, as in a container. Qt would decide the same, but prints four
/// lines of warning at every start.
void useUtf8WithoutLocale()
{
    const QByteArray locale = std::setlocale(LC_CTYPE, "");
    if (locale == "C" || locale == "POSIX")
        qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
}

/// A file that grows beyond the limit of the process then fails with EFBIG instead of ending the program.
void ignoreFileSizeSignal()
{
    std::ignore = std::signal(SIGXFSZ, SIG_IGN);
}

/// See useQtEventLoop() in terminalrun.cpp. The dialogs of the desktop may need glib on the GUI thread.
void useQtEventLoopInThreads()
{
    qputenv("QT_NO_THREADED_GLIB", "1");
}

WindowOptions windowOptions(const Options &options, const BuiltinServers &servers, const Catalogue &catalogue)
{
    WindowOptions wanted;
    wanted.sources = options.namedSources;
    wanted.ownSources = options.ownSources;
    wanted.addedSources = options.addedSources;
    wanted.folder = options.folder;
    wanted.limit = options.requestLimit;
    wanted.nameTemplate = options.nameTemplate;
    wanted.conflict = options.conflict;
    if (!options.conversion.renditions.isEmpty())
        wanted.conversion = options.conversion;
    wanted.transfer = options.transfer;
    wanted.given = options.given;
    const CountryChoice &countries = options.countries;
    if (countries.kind != CountryChoice::Kind::NoneNamed || countries.limit)
        wanted.ticked = requestedCodes(countries, options.namedSources, servers, catalogue);
    return wanted;
}

/// Why the program cannot start in this mode. Empty if it can.
QString startProblem(Mode mode)
{
    const QString problem = processLimitProblem(mode);
    return problem.isEmpty() && mode == Mode::Window ? displayProblem() : problem;
}

/// The language of the window, unlike that of a terminal, can be chosen. Settings that cannot be read are
/// reported in the language of the terminal.
void readLanguageOfWindow()
{
    if (const QString problem = disableUnreadableSettings(); !problem.isEmpty())
        printProblems({problem});
    setInterfaceLanguage(Preferences::load().language);
}

/// What this start asks a window that is open already. Nothing if it has options that only a new window can
/// follow.
std::optional<StartRequest> startRequest(const Options &options)
{
    QStringList others = options.given;
    others.removeAll(u"output"_s);
    if (!others.isEmpty())
        return {};
    StartRequest request{.codes = options.countries.named};
    if (options.folder)
        request.folder = QDir::cleanPath(QDir(*options.folder).absolutePath());
    request.activationToken = qEnvironmentVariableIsEmpty("XDG_ACTIVATION_TOKEN")
        ? qgetenv("DESKTOP_STARTUP_ID")
        : qgetenv("XDG_ACTIVATION_TOKEN");
    return request;
}

/// Whether a window that is open already has come forward, so that no other one is needed.
bool isOpenAlready(const Options &options)
{
    const std::optional<StartRequest> request = startRequest(options);
    if (!request || !isTakenByOpenWindow(*request))
        return false;
    printProblems({StartText::tr("the window was open already and has been brought to the front")});
    return true;
}

/// Ends the process after that time with the status that it then has, whatever the other threads wait for:
/// writing the description of a huge set takes seconds. A set can be resumed after a kill.
void endAfter(std::chrono::milliseconds time, std::shared_ptr<const std::atomic<int>> status)
{
    try {
        std::thread([time, status = std::move(status)] {
            std::this_thread::sleep_for(time);
            std::_Exit(*status);
        }).detach();
    } catch (const std::system_error &) { // the system allows no more threads
    }
}

int runWindow(int argc, char **argv, const Options &options)
{
    const Catalogue catalogue(interfaceLanguage());
    useQtEventLoopInThreads();
    // While this thread waits for the display. The window needs the names for its first paint.
    const std::jthread names([catalogue] {
        std::ignore = catalogue.countries();
        std::ignore = catalogue.extras();
    });
    auto plainError = std::make_unique<DisplayErrorHandler>();
    QApplication application(argc, argv);
    plainError.reset();
    QApplication::setDesktopFileName(desktopId);
    QApplication::setStyle(new WindowStyle);
    registerAccessibleClasses();
    installTranslation(application);
    installExhaustionHandlers(Mode::Window);

    return runAndWaitForThreads([&] {
        BuiltinServers servers(options.servers);
        const SessionThread thread(catalogue, servers);
        MainWindow window(thread.session(), catalogue, SourceList::shipped(), servers,
            windowOptions(options, servers, catalogue));
        const StartRequestServer otherStarts(window, window.parts(), window.ticks());
        // Asks again if another start has opened a window in the meantime.
        const bool isNeeded = otherStarts.isListening() || !isOpenAlready(options);
        const auto status = std::make_shared<std::atomic<int>>(0);
        QObject::connect(
            &window, &MainWindow::closing, &window, [status] { endAfter(1800ms, status); },
            Qt::SingleShotConnection);
        if (isNeeded)
            *status = runUntilClosed(window);
        RenderPool::shared().close(); // do not wait for pictures that are being rendered
        return status->load();
    });
}

} // namespace

// An exception that leaves main() ends the program, as it should: memory is exhausted.
int main(int argc, char **argv) // NOLINT(bugprone-exception-escape)
{
    openStandardStreams();
    useUtf8WithoutLocale();
    ignoreFileSizeSignal();
    raiseDescriptorLimit();
    QCoreApplication::setOrganizationName(u"flagfetch"_s); // also names the settings file of the window
    QCoreApplication::setApplicationName(u"flagfetch"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FLAGFETCH_VERSION));

    // Texts are translated only while there is an application, and the command line decides which kind
    // follows.
    auto application = std::make_unique<QCoreApplication>(argc, argv);
    installTranslation(*application);
    const Catalogue catalogue(interfaceLanguage());
    const CommandLine commandLine = readCommandLine(argc, argv, catalogue);
    if (const auto *error = std::get_if<UsageError>(&commandLine)) {
        printProblems({error->text});
        return 2;
    }
    if (const auto *information = std::get_if<Information>(&commandLine))
        return printInformation(*information);

    const auto &options = std::get<Options>(commandLine);
    startLogging(options.logRules);
    printProblems(options.notes);
    if (options.mode != Mode::Window) // the window shows these problems itself
        printProblems(options.ownSources.problems);
    if (const QString problem = startProblem(options.mode); !problem.isEmpty()) {
        printProblems({problem});
        return 1;
    }
    if (options.mode == Mode::Window) {
        readLanguageOfWindow();
        if (isOpenAlready(options))
            return 0;
    }
    application.reset();
    return options.mode == Mode::Window ? runWindow(argc, argv, options)
                                        : runInTerminal(argc, argv, options, catalogue);
}
