#include "ui/window/windowrun.h"

#include "app/session/downloadsession.h"
#include "app/terminal/interrupt.h"

#include <QApplication>
#include <QEventLoop>
#include <QTimer>
#include <QWidget>

#include <chrono>

using namespace std::chrono_literals;

namespace {
/// If the time is too short, nothing is lost: the journal has all that the manifest lacks.
void waitForEndOf(const DownloadSession &session)
{
    constexpr auto longest = 1500ms; // the program ends within 2 s of a signal
    if (!session.isRunning())
        return;
    QEventLoop loop;
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    QObject::connect(&session, &DownloadSession::finished, &loop, &QEventLoop::quit);
    loop.exec();
}
} // namespace

int runUntilClosed(QWidget &window, const DownloadSession &session)
{
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, &window, [&interrupt, &window] {
        QGuiApplication::setQuitOnLastWindowClosed(false); // or the quit event would end waitForEndOf()
        window.close();
        QCoreApplication::exit(interrupt.exitStatus()); // whatever other windows are open
    });
    window.show();
    const int status = QApplication::exec();
    waitForEndOf(session);
    return status;
}
