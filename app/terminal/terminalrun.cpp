#include "app/terminal/terminalrun.h"

#include "app/builtin/builtinservers.h"
#include "app/builtin/embeddedserver.h"
#include "app/builtin/flagpictures.h"
#include "app/builtin/picturefolders.h"
#include "app/countries/catalogue.h"
#include "app/drawing/renderpool.h"
#include "app/failures/failure.h"
#include "app/language/translation.h"
#include "app/terminal/comparerun.h"
#include "app/terminal/console.h"
#include "app/terminal/exportrun.h"
#include "app/terminal/headlessrun.h"
#include "app/terminal/interrupt.h"
#include "app/terminal/measurerun.h"
#include "app/terminal/startupchecks.h"
#include "app/terminal/verifyrun.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <tuple>
#include <variant>

using namespace Qt::StringLiterals;

namespace {

struct TerminalRun
{
    Q_DECLARE_TR_FUNCTIONS(TerminalRun)
};

/// The glib event loop, Qt's default on Linux, wakes up for every posted event; Qt's own loop wakes up once
/// for many. With thousands of signals from connection threads this saves most system calls.
void useQtEventLoop()
{
    qputenv("QT_NO_GLIB", "1");
}

/// Returns `status`, but never success if part of the output is lost. Waits until the output is read; after
/// an interruption only half a second.
int statusAfterOutput(Console &console, int status, bool wasInterrupted = false)
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

/// Creates a task with `makeTask` and runs it until it has finished. Ctrl-C interrupts it.
template <typename MakeTask>
int runTask(int argc, char **argv, const Options &options, MakeTask makeTask)
{
    useQtEventLoop();
    QCoreApplication application(argc, argv);
    installTranslation(application);
    installExhaustionHandlers(options.mode);
    const Interrupt interrupt; // until all threads have ended, because of its deadline
    return runAndWaitForThreads([&] {
        Console console;
        BuiltinServers servers(options.servers);
        auto task = makeTask(servers, console);
        using Task = decltype(task);
        QObject::connect(&interrupt, &Interrupt::interrupted, &task, &Task::interrupt);
        // Files in progress may finish, but rendering gets only one more second.
        QObject::connect(&interrupt, &Interrupt::interrupted, &application,
            [] { QTimer::singleShot(std::chrono::seconds(1), [] { RenderPool::shared().close(); }); });
        QObject::connect(&task, &Task::finished, &application, [&interrupt](int status) {
            QCoreApplication::exit(status == Interrupt::interruptedStatus ? interrupt.exitStatus() : status);
        });
        QMetaObject::invokeMethod(&task, &Task::start, Qt::QueuedConnection);
        const int status = QCoreApplication::exec();
        // Everything is saved: from here on a signal may end the program at once.
        Interrupt::restoreDefaults();
        return statusAfterOutput(console, status, interrupt.hasInterrupted());
    });
}

/// Starts the embedded server for other programs and prints its address. Prints why and returns null if it
/// cannot start.
std::unique_ptr<EmbeddedServer> startServing(const Options &options, Console &console)
{
    const ServeOptions &serve = options.serve;
    const bool builtin = serve.directory.isEmpty();
    const auto pictures
        = builtin ? findPictures(PictureSet::FlagIcons, options.servers.picturesFolder) : std::nullopt;
    if (builtin && !pictures) {
        console.printError(
            u"flagfetch: "_s + failureText(picturesMissing(options.servers.picturesFolder), {}));
        return nullptr;
    }
    if (builtin && pictures->isFallback)
        console.printError(u"flagfetch: "_s + fallbackNotice(pictures->path));
    const ContentLookup content = builtin ? picturesContent(pictures->path) : folderContent(serve.directory);
    auto started = EmbeddedServer::start(content, serve.faults, serve.port);
    if (!started) {
        console.printError(TerminalRun::tr(
            "flagfetch: --port %1: it cannot be used (%2); choose another one, or 0 for any that is free")
                               .arg(QString::number(serve.port), started.error().detail));
        return nullptr;
    }
    std::unique_ptr<EmbeddedServer> server = *std::move(started);
    console.print(TerminalRun::tr("Serving flags at %1 until Ctrl-C.").arg(server->baseUrl()));
    // The built-in pictures are SVG files; the default for other servers, and for a folder, is GIF.
    const QString address = builtin ? u"\"%1/{cc}/{cc}.svg\""_s.arg(server->baseUrl()) : server->baseUrl();
    console.print(TerminalRun::tr("For example: flagfetch --headless --server %1 BR DE JP").arg(address));
    return server;
}

int runServer(int argc, char **argv, const Options &options)
{
    useQtEventLoop();
    QCoreApplication application(argc, argv);
    installTranslation(application);
    installExhaustionHandlers(options.mode);
    Console console;
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, &application, &QCoreApplication::quit);
    const auto server = startServing(options, console);
    return server ? QCoreApplication::exec() : 1;
}

} // namespace

int runInTerminal(int argc, char **argv, const Options &options, const Catalogue &catalogue)
{
    switch (options.mode) {
    case Mode::Headless:
    case Mode::Update:
    case Mode::Rebuild:
    case Mode::Resume:
        return runTask(argc, argv, options, [&](BuiltinServers &servers, Console &console) {
            return HeadlessRun(options, catalogue, servers, console);
        });
    case Mode::Verify:
        return runTask(argc, argv, options, [&](BuiltinServers &servers, Console &console) {
            return VerifyRun(options, catalogue, servers, console);
        });
    case Mode::Compare:
        return runTask(argc, argv, options, [&](BuiltinServers &servers, Console &console) {
            return CompareRun(options, catalogue, servers, console);
        });
    case Mode::Measure:
        return runTask(argc, argv, options, [&](BuiltinServers &servers, Console &console) {
            return MeasureRun(options, catalogue, servers, console);
        });
    case Mode::Export:
        return runTask(argc, argv, options,
            [&](BuiltinServers &, Console &console) { return ExportRun(options, catalogue, console); });
    case Mode::Serve:
        return runServer(argc, argv, options);
    case Mode::Window:
    case Mode::List:
        break; // main() and readCommandLine() handle these
    }
    Q_UNREACHABLE();
}

int printInformation(const Information &information)
{
    printProblems(information.remarks);
    Console console;
    console.printRaw(information.text.toUtf8());
    return statusAfterOutput(console, 0);
}

void printProblems(const QStringList &problems)
{
    for (const QString &problem : problems)
        Console().printError(u"flagfetch: "_s + problem);
}

int runAndWaitForThreads(const std::function<int()> &run)
{
    constexpr int patience = 1000; // ms
    const int status = run();
    if (!QThreadPool::globalInstance()->waitForDone(patience))
        std::_Exit(status);
    return status;
}
