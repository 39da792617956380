#include "ui/window/windowrun.h"

#include "app/terminal/interrupt.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace {

/// No data is lost if the time is too short: the journal has every flag that the manifest lacks.
void waitUntilFinished(const SessionClient &session)
{
    constexpr auto longest = 1500ms; // the program ends within 2 s of a signal
    if (!session.isRunning())
        return;
    QEventLoop loop;
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    QObject::connect(&session, &SessionClient::finished, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int runUntilClosed(MainWindow &window)
{
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, &window, [&interrupt, &window] {
        QGuiApplication::setQuitOnLastWindowClosed(
            false); // otherwise the quit event would end waitUntilFinished()
        window.closeAtOnce();
        QCoreApplication::exit(interrupt.exitStatus()); // even if other windows are open
    });
    window.show();
    const int status = QApplication::exec();
    waitUntilFinished(window.session());
    return status;
}
