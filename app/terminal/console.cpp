#include "app/terminal/console.h"

#include <QRegularExpression>

#include <sys/ioctl.h>
#include <unistd.h>

#include <system_error>

using namespace Qt::StringLiterals;

namespace {

QByteArray printable(const QString &line)
{
    static const QRegularExpression control(
        u"[\\p{Cc}\\p{Cf}]"_s, QRegularExpression::UseUnicodePropertiesOption);
    return QString(line).replace(control, u"?"_s).toUtf8() + '\n';
}

} // namespace

void Console::print(const QString &line)
{
    printRaw(printable(line));
}

void Console::printRaw(const QByteArray &bytes)
{
    m_writer.write(STDOUT_FILENO, bytes);
}

void Console::printError(const QString &line)
{
    printErrorRaw(printable(line));
}

void Console::printErrorRaw(const QByteArray &bytes)
{
    m_writer.write(STDERR_FILENO, bytes);
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
    const int error = m_writer.outputError();
    return error == 0 ? QString() : QString::fromStdString(std::generic_category().message(error));
}
