#include "app/terminal/displaycheck.h"

#include "app/terminal/console.h"

#include <QCoreApplication>
#include <QStringList>

#include <unistd.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct DisplayCheck
{
    Q_DECLARE_TR_FUNCTIONS(DisplayCheck)
};

QtMessageHandler usualHandler = nullptr;
QStringList retryScheduled; // what the platform plugins say on the way, of which the end is the sum

void scheduleRetryOrEnd(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type != QtFatalMsg) {
        retryScheduled.append(text);
        return;
    }
    Console().printError(DisplayCheck::tr(
        "flagfetch: the display cannot be reached, so no window can be shown; --headless needs none"));
    _exit(1);
}

} // namespace

QString displayProblem()
{
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return {};
    }
    return DisplayCheck::tr(
        "there is no display for a window (DISPLAY and WAYLAND_DISPLAY are not set); --headless needs none");
}

PlainDisplayError::PlainDisplayError()
{
    usualHandler = qInstallMessageHandler(scheduleRetryOrEnd);
}

PlainDisplayError::~PlainDisplayError()
{
    qInstallMessageHandler(usualHandler);
    for (const QString &text : std::exchange(retryScheduled, {}))
        qWarning("%s", qUtf8Printable(text));
}
