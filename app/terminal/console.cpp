#include "app/terminal/console.h"

#include <QRegularExpression>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <deque>
#include <system_error>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// Returns 0, or the errno of the failed write.
int writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written
            = ::write(descriptor, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (written >= 0) {
            done += written;
        } else if (errno == EAGAIN) { // O_NONBLOCK was inherited
            pollfd writable{.fd = descriptor, .events = POLLOUT, .revents = 0};
            ::poll(&writable, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

QByteArray printable(const QString &line)
{
    static const QRegularExpression control(
        u"[\\p{Cc}\\p{Cf}]"_s, QRegularExpression::UseUnicodePropertiesOption);
    return QString(line).replace(control, u"?"_s).toUtf8() + '\n';
}

} // namespace

struct StreamWriter::State
{
    struct Piece
    {
        int descriptor;
        QByteArray bytes;
    };

    std::mutex mutex; // guards the members below
    std::condition_variable changed;
    std::deque<Piece> pieces; // the first one is being written
    int outputError = 0;
    bool isEnding = false;

    void run();
    void writeFirst(std::unique_lock<std::mutex> &lock);
};

void StreamWriter::State::run()
{
    std::unique_lock lock(mutex);
    while (true) {
        changed.wait(lock, [this] { return isEnding || !pieces.empty(); });
        if (pieces.empty())
            return;
        writeFirst(lock);
    }
}

void StreamWriter::State::writeFirst(std::unique_lock<std::mutex> &lock)
{
    const Piece piece = pieces.front();
    const bool isLost = piece.descriptor == STDOUT_FILENO && outputError != 0;
    lock.unlock();
    const int error = isLost ? 0 : writeAll(piece.descriptor, piece.bytes);
    lock.lock();
    if (piece.descriptor == STDOUT_FILENO && outputError == 0)
        outputError = error;
    pieces.pop_front();
    changed.notify_all();
}

StreamWriter::StreamWriter()
    : m_state(std::make_shared<State>())
{
    try {
        std::thread([state = m_state] { state->run(); }).detach();
    } catch (const std::system_error &) {
        m_hasThread = false;
    }
}

StreamWriter::~StreamWriter()
{
    constexpr std::chrono::milliseconds patience(1000);
    if (!m_hasGivenUp)
        waitForWritten(patience);
    const std::lock_guard lock(m_state->mutex);
    m_state->isEnding = true;
    m_state->changed.notify_all();
}

void StreamWriter::write(int descriptor, const QByteArray &bytes)
{
    std::unique_lock lock(m_state->mutex);
    m_state->pieces.push_back({descriptor, bytes});
    if (m_hasThread)
        m_state->changed.notify_all();
    else
        m_state->writeFirst(lock);
}

bool StreamWriter::waitForWritten(std::optional<std::chrono::milliseconds> limit)
{
    std::unique_lock lock(m_state->mutex);
    const auto isWritten = [this] { return m_state->pieces.empty(); };
    if (limit)
        m_hasGivenUp = !m_state->changed.wait_for(lock, *limit, isWritten);
    else
        m_state->changed.wait(lock, isWritten);
    return m_state->pieces.empty();
}

int StreamWriter::outputError() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->outputError;
}

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

bool Console::isOutputTerminal() const
{
    return isatty(STDOUT_FILENO) != 0;
}

QString Console::outputProblem() const
{
    const int error = m_writer.outputError();
    return error == 0 ? QString() : QString::fromStdString(std::generic_category().message(error));
}

QString shellWord(const QString &text)
{
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(uR"([\w./:@%+=,-]+)"_s),
        QRegularExpression::UseUnicodePropertiesOption);
    if (plain.match(text).hasMatch())
        return text;
    return u'\'' + QString(text).replace(u'\'', uR"('\'')"_s) + u'\'';
}
