#include "app/terminal/console.h"

#include <QRegularExpression>

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QByteArray printable(const QString &line)
{
    static const QRegularExpression control(
        u"[\\p{Cc}\\p{Cf}]"_s, QRegularExpression::UseUnicodePropertiesOption);
    return QString(line).replace(control, u"?"_s).toUtf8() + '\n';
}

} // namespace

Console::Console()
{
    // The C streams stay unused, so that nothing is held back in a buffer of theirs.
    const auto opened = m_output.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered)
        && m_errors.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
    Q_UNUSED(opened) // a closed descriptor shows when it is written to
}

void Console::report(const QString &line)
{
    reportRaw(printable(line));
}

void Console::reportRaw(const QByteArray &bytes)
{
    m_output.write(bytes);
}

void Console::tell(const QString &line)
{
    tellRaw(printable(line));
}

void Console::tellRaw(const QByteArray &bytes)
{
    m_errors.write(bytes);
}

int Console::width() const
{
    winsize size{};
    const bool dumb = qEnvironmentVariable("TERM", u"dumb"_s) == "dumb"_L1;
    if (dumb || !isatty(STDERR_FILENO) || ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col > 0 ? size.ws_col : 80;
}

bool Console::outputIsTerminal() const
{
    return isatty(STDOUT_FILENO) != 0;
}

QString Console::outputProblem() const
{
    return m_output.error() == QFileDevice::NoError ? QString() : m_output.errorString();
}
