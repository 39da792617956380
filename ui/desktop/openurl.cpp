#include "ui/desktop/openurl.h"

#include <QDesktopServices>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// Where xdg-open does not know the desktop, it waits for the program that it has started and returns the exit
// status of that. A failure after this time, in milliseconds, is not one to start it.
constexpr qint64 longestStart = 10'000;

/// xdg-open, if Qt would start it too. In a sandbox Qt asks the portal instead, and on Wayland it passes the
/// right to come to the front.
QString programOfDesktop()
{
    const bool isSandboxed = QFile::exists(u"/.flatpak-info"_s) || qEnvironmentVariableIsSet("SNAP");
    return isSandboxed || QGuiApplication::platformName() != "xcb"_L1
        ? QString()
        : QStandardPaths::findExecutable(u"xdg-open"_s);
}

} // namespace

void openOnDesktop(const QUrl &url, QObject &context, const std::function<void()> &onFailure)
{
    if (const QString program = programOfDesktop(); !program.isEmpty())
        openWith(program, url, context, onFailure);
    else if (!QDesktopServices::openUrl(url))
        onFailure();
}

void openWith(
    const QString &program, const QUrl &url, QObject &context, const std::function<void()> &onFailure)
{
    // Without a parent, because the destructor of a QProcess kills the program.
    auto *process = new QProcess;
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    QObject::connect(
        process, &QProcess::errorOccurred, &context, [process, onFailure](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart) // the others are followed by finished()
                return;
            process->deleteLater();
            onFailure();
        });
    QElapsedTimer sinceStart;
    sinceStart.start();
    QObject::connect(process, &QProcess::finished, &context,
        [sinceStart, onFailure](int exitStatus, QProcess::ExitStatus end) {
            const bool hasFailed = end == QProcess::NormalExit && exitStatus != 0;
            if (hasFailed && sinceStart.elapsed() < longestStart)
                onFailure();
        });
    process->setStandardInputFile(QProcess::nullDevice());
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->setChildProcessModifier([] { ::setsid(); }); // Ctrl-C in the terminal is for this program only
    process->start(program, {url.toString(QUrl::FullyEncoded)});
}
