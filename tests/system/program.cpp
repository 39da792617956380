#include "tests/system/program.h"

#include <QDeadlineTimer>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    lines.removeLast(); // the empty text after the last line break
    return lines;
}

} // namespace

QStringList EndedRun::outputLines() const
{
    return linesOf(output);
}

QStringList EndedRun::errorLines() const
{
    return linesOf(errors);
}

std::unique_ptr<QProcess> program(const QStringList &arguments, const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &variable : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"LANG"_s})
        environment.remove(variable);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    environment.insert(
        u"XDG_CONFIG_HOME"_s, folder + u"/.config"_s); // not the settings of the user who runs the tests

    auto process = std::make_unique<QProcess>();
    process->setProgram(QStringLiteral(FLAGFETCH_PROGRAM));
    process->setArguments(arguments);
    process->setWorkingDirectory(folder);
    process->setProcessEnvironment(environment);
    // Shells start background processes with SIGINT ignored.
    process->setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
    return process;
}

EndedRun endOf(QProcess &process)
{
    EndedRun ended;
    const bool inTime = process.waitForFinished(60'000);
    if (inTime && process.exitStatus() == QProcess::NormalExit)
        ended.status = process.exitCode();
    ended.output = QString::fromUtf8(process.readAllStandardOutput());
    ended.errors = QString::fromUtf8(process.readAllStandardError());
    return ended;
}

EndedRun run(const QStringList &arguments, const QString &folder)
{
    const auto process = program(arguments, folder);
    process->start();
    return endOf(*process);
}

bool waitFor(QProcess &process, QProcess::ProcessChannel channel, const QByteArray &text)
{
    const QDeadlineTimer deadline(20s);
    process.setReadChannel(channel);
    while (!process.peek(1 << 20).contains(text)) {
        if (deadline.hasExpired() || process.state() == QProcess::NotRunning)
            return false;
        process.waitForReadyRead(100);
    }
    return true;
}
