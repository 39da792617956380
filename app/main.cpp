#include "app/builtin/builtinservers.h"
#include "app/builtin/embeddedserver.h"
#include "app/countries/catalogue.h"
#include "app/session/downloadsession.h"
#include "app/drawing/renderpool.h"
#include "app/language/translation.h"
#include "app/terminal/commandline.h"
#include "app/terminal/comparerun.h"
#include "app/terminal/console.h"
#include "app/terminal/displaycheck.h"
#include "app/terminal/exportrun.h"
#include "app/terminal/givenoptions.h"
#include "app/terminal/headlessrun.h"
#include "app/terminal/interrupt.h"
#include "app/terminal/processlimits.h"
#include "app/terminal/serving.h"
#include "app/terminal/sourceselection.h"
#include "app/terminal/verifyrun.h"
#include "app/transfer/descriptors.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settingsfile.h"
#include "ui/window/windowrun.h"

#include <QApplication>
#include <QFile>
#include <QThreadPool>
#include <QTimer>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <tuple>
#include <variant>

using namespace Qt::StringLiterals;

namespace {

/// Where no locale is set at all, as in a container, names of files are UTF-8 nevertheless. Qt would come to
/// the same decision, with four lines of warning on every start.
void useUtf8WithoutLocale()
{
    const QByteArray locale = std::setlocale(LC_CTYPE, "");
    if (locale == "C" || locale == "POSIX")
        qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
}

/// Where the program was started without standard streams, the first files that it opens would take their
/// numbers, and with them what is meant for the streams.
void openStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            std::ignore = ::open("/dev/null", O_RDWR); // the lowest free number, which is this one
    }
}

/// So that a file that grows beyond the process's limit is a failed write with a reason, not the end of the
/// program.
void failWritesThatAreTooLarge()
{
    std::ignore = std::signal(SIGXFSZ, SIG_IGN);
}

/// glib's event loop, Qt's choice on Linux, is woken for every event that is posted, Qt's own once for many:
/// with thousands of signals from the threads of the connections, that is most of the system calls.
void useQtsOwnEventLoop()
{
    qputenv("QT_NO_GLIB", "1");
}

/// The desktop's dialogs may need glib on the GUI thread.
void useQtsOwnEventLoopInThreads()
{
    qputenv("QT_NO_THREADED_GLIB", "1");
}

/// Or why they cannot be understood. A name that is not UTF-8 would become that of another file.
std::variant<QStringList, UsageError> argumentWords(int argc, char **argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i) {
        const QString word = QString::fromLocal8Bit(argv[i]);
        if (QFile::encodeName(word) != argv[i])
            return UsageError{QCoreApplication::translate("CommandLine",
                "%1: this is not UTF-8, and cannot be used; give the file or folder another name")
                                  .arg(GivenOptions::shown(word))};
        words.append(word);
    }
    return words;
}

/// The exit status of a run that would end with `status`: never success if part of its output is lost. Waits
/// until the output is read, but not for long if the run was interrupted.
int statusWithOutput(Console &console, int status, bool wasInterrupted = false)
{
    constexpr std::chrono::milliseconds afterInterrupt(500);
    std::ignore = console.waitForWritten(wasInterrupted ? std::optional(afterInterrupt) : std::nullopt);
    const QString problem = console.outputProblem();
    if (problem.isEmpty())
        return status;
    console.printError(
        QCoreApplication::translate("Console", "flagfetch: standard output cannot be written (%1)")
            .arg(problem));
    return status == 0 ? 1 : status;
}

/// What `run` returns, with everything ended that it had. A server that sends without end keeps the thread of
/// its connection busy for ever: then the process ends without it.
template <typename Run>
int runToTheEnd(Run run)
{
    constexpr int patience = 1000; // ms
    const int status = run();
    if (!QThreadPool::globalInstance()->waitForDone(patience))
        std::_Exit(status);
    return status;
}

/// Runs what `makeTask` makes, a task without a window, until it has finished. Ctrl-C interrupts it.
template <typename MakeTask>
int runInTerminal(int argc, char **argv, const Options &options, MakeTask makeTask)
{
    useQtsOwnEventLoop();
    QCoreApplication application(argc, argv);
    installTranslation(application);
    endClearlyWhenExhausted();
    return runToTheEnd([&] {
        Console console;
        auto interrupt = std::make_unique<Interrupt>();
        BuiltinServers servers(options.servers);
        auto task = makeTask(servers, console);
        using Task = decltype(task);
        QObject::connect(interrupt.get(), &Interrupt::interrupted, &task, &Task::interrupt);
        // What is being saved is worth the moment that a picture takes, and no more.
        QObject::connect(interrupt.get(), &Interrupt::interrupted, &application,
            [] { QTimer::singleShot(std::chrono::seconds(1), [] { RenderPool::shared().close(); }); });
        QObject::connect(&task, &Task::finished, &application, [&interrupt](int status) {
            QCoreApplication::exit(status == Interrupt::usualStatus ? interrupt->exitStatus() : status);
        });
        QMetaObject::invokeMethod(&task, &Task::start, Qt::QueuedConnection);
        const int status = QCoreApplication::exec();
        const bool wasInterrupted = interrupt->hasInterrupted();
        interrupt.reset(); // all is saved: from here on a signal may end the program at once
        return statusWithOutput(console, status, wasInterrupted);
    });
}

void printRemarks(const QStringList &remarks)
{
    for (const QString &remark : remarks)
        Console().printError(u"flagfetch: "_s + remark);
}

int runHeadless(int argc, char **argv, const Options &options, const Catalogue &catalogue)
{
    return runInTerminal(argc, argv, options, [&](BuiltinServers &servers, Console &console) {
        return HeadlessRun(options, catalogue, servers, console);
    });
}

int runVerifying(int argc, char **argv, const Options &options, const Catalogue &catalogue)
{
    return runInTerminal(argc, argv, options, [&](BuiltinServers &servers, Console &console) {
        return VerifyRun(options, catalogue, servers, console);
    });
}

int runComparing(int argc, char **argv, const Options &options, const Catalogue &catalogue)
{
    return runInTerminal(argc, argv, options, [&](BuiltinServers &servers, Console &console) {
        return CompareRun(options, catalogue, servers, console);
    });
}

int runExporting(int argc, char **argv, const Options &options, const Catalogue &catalogue)
{
    return runInTerminal(argc, argv, options,
        [&](BuiltinServers &, Console &console) { return ExportRun(options, catalogue, console); });
}

int runServing(int argc, char **argv, const Options &options)
{
    useQtsOwnEventLoop();
    QCoreApplication application(argc, argv);
    installTranslation(application);
    endClearlyWhenExhausted();
    Console console;
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, &application, &QCoreApplication::quit);
    const auto server = startServing(options, console);
    return server ? QCoreApplication::exec() : 1;
}

WindowOptions windowOptions(const Options &options, const BuiltinServers &servers, const Catalogue &catalogue)
{
    WindowOptions wanted;
    wanted.sources = options.asked;
    wanted.ownSources = options.ownSources;
    wanted.addedSources = options.addedSources;
    wanted.folder = options.folder;
    wanted.limit = options.requestLimit;
    wanted.nameTemplate = options.nameTemplate;
    wanted.conflict = options.conflict;
    if (!options.conversion.renditions.isEmpty())
        wanted.conversion = options.conversion;
    wanted.transfer = options.transfer;
    const CountryChoice &countries = options.countries;
    if (countries.kind != CountryChoice::Kind::NoneNamed || countries.limit) {
        wanted.ticked = countries.codes(codesOf(options.asked, servers, catalogue), catalogue);
    }
    return wanted;
}

int runWindow(int argc, char **argv, const Options &options, const Catalogue &catalogue)
{
    if (const QString problem = displayProblem(); !problem.isEmpty()) {
        Console().printError(u"flagfetch: "_s + problem);
        return 1;
    }
    useQtsOwnEventLoopInThreads();
    auto plainError = std::make_unique<PlainDisplayError>();
    QApplication application(argc, argv);
    plainError.reset();
    installTranslation(application);
    endClearlyWhenExhausted();
    if (const QString problem = avoidUnreadableSettings(); !problem.isEmpty())
        Console().printError(u"flagfetch: "_s + problem);

    return runToTheEnd([&] {
        BuiltinServers servers(options.servers);
        DownloadSession session(catalogue, servers);
        MainWindow window(
            session, catalogue, SourceList::shipped(), servers, windowOptions(options, servers, catalogue));
        const int status = runUntilClosed(window, session);
        RenderPool::shared().close(); // else what is being drawn would be waited for
        return status;
    });
}

} // namespace

int main(int argc, char **argv)
{
    openStandardStreams();
    useUtf8WithoutLocale();
    failWritesThatAreTooLarge();
    allowManyDescriptors();
    QCoreApplication::setOrganizationName(u"flagfetch"_s); // names the settings of the window
    QCoreApplication::setApplicationName(u"flagfetch"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FLAGFETCH_VERSION));

    const Catalogue catalogue;
    const auto words = argumentWords(argc, argv);
    const CommandLine commandLine = std::holds_alternative<UsageError>(words)
        ? CommandLine(std::get<UsageError>(words))
        : readCommandLine(std::get<QStringList>(words), catalogue);
    if (const auto *error = std::get_if<UsageError>(&commandLine)) {
        Console().printError(u"flagfetch: "_s + error->text);
        return 2;
    }
    if (const auto *information = std::get_if<Information>(&commandLine)) {
        printRemarks(information->remarks);
        Console console;
        console.printRaw(information->text.toUtf8());
        return statusWithOutput(console, 0);
    }
    const Options &options = std::get<Options>(commandLine);
    for (const QString &note : options.notes)
        Console().printError(u"flagfetch: "_s + note);
    if (options.mode != Mode::Window)
        printRemarks(options.ownSources.problems);
    if (const QString problem = problemWithProcessLimits(options.mode); !problem.isEmpty()) {
        Console().printError(u"flagfetch: "_s + problem);
        return 1;
    }
    switch (options.mode) {
    case Mode::Window:
        return runWindow(argc, argv, options, catalogue);
    case Mode::Verify:
        return runVerifying(argc, argv, options, catalogue);
    case Mode::Headless:
    case Mode::Update:
    case Mode::Rebuild:
    case Mode::Resume:
        return runHeadless(argc, argv, options, catalogue);
    case Mode::Compare:
        return runComparing(argc, argv, options, catalogue);
    case Mode::Serve:
        return runServing(argc, argv, options);
    case Mode::Export:
        return runExporting(argc, argv, options, catalogue);
    case Mode::List:
        break; // was answered with information
    }
    Q_UNREACHABLE();
}
