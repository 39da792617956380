#include "app/terminal/displaycheck.h"

#include "app/terminal/console.h"

#include <QCoreApplication>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

struct DisplayCheck
{
    Q_DECLARE_TR_FUNCTIONS(DisplayCheck)
};

QtMessageHandler usualHandler = nullptr;

void sayPlainly(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtFatalMsg) {
        Console().tell(DisplayCheck::tr(
            "flagfetch: the display cannot be reached, so no window can be shown; --headless needs "
            "none"));
        _exit(1);
    }
    // What the platform plugins say on the way to that end.
    if (!QLatin1StringView(context.category).startsWith("qt.qpa"_L1))
        usualHandler(type, context, text);
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
    usualHandler = qInstallMessageHandler(sayPlainly);
}

PlainDisplayError::~PlainDisplayError()
{
    qInstallMessageHandler(usualHandler);
}
