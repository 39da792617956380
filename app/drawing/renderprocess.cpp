#include "app/drawing/renderprocess.h"

#include "app/logging/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

struct RenderProcessText
{
    Q_DECLARE_TR_FUNCTIONS(RenderProcess)
};

constexpr int socketOfRenderer = 3; // renderSocket in app/render/confinement.h
constexpr int exitStatusWithoutLibraries = 127; // exit status of the dynamic loader

class SpawnActions final
{
public:
    SpawnActions(int socket, int messages)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDWR, 0);
        ::posix_spawn_file_actions_adddup2(&m_actions, STDIN_FILENO, STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&m_actions, messages, STDERR_FILENO);
        ::posix_spawn_file_actions_adddup2(&m_actions, socket, socketOfRenderer);
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, socketOfRenderer + 1);
    }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&m_actions); }
    Q_DISABLE_COPY_MOVE(SpawnActions)

    [[nodiscard]] const posix_spawn_file_actions_t *get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

/// Starts the process in a new session: Ctrl-C reaches only the program, and the renderer has no controlling
/// terminal.
class SpawnAttributes final
{
public:
    SpawnAttributes()
    {
        ::posix_spawnattr_init(&m_attributes);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID);
    }
    ~SpawnAttributes() { ::posix_spawnattr_destroy(&m_attributes); }
    Q_DISABLE_COPY_MOVE(SpawnAttributes)

    [[nodiscard]] const posix_spawnattr_t *get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes{};
};

Failure missing(const QString &detail)
{
    return {FailureKind::RendererMissing, 0, detail};
}

/// Whether Rust, GLib or the C++ library aborted for lack of memory.
bool isAboutMemory(const QByteArray &messages)
{
    return messages.contains("memory allocation of") || messages.contains("failed to allocate")
        || messages.contains("bad_alloc");
}

QString firstLine(const QByteArray &messages)
{
    constexpr qsizetype longest = 200;
    return QString::fromLocal8Bit(messages.trimmed().split('\n').first().left(longest));
}

} // namespace

RenderProcess::RenderProcess(pid_t id, UniqueFd socket, UniqueFd messages)
    : m_id(id)
    , m_socket(std::move(socket))
    , m_messages(std::move(messages))
{
}

Result<std::unique_ptr<RenderProcess>> RenderProcess::start(const QString &program)
{
    if (program.isEmpty())
        return unexpected(missing(RenderProcessText::tr("it is neither beside flagfetch nor installed")));
    std::array<int, 2> sockets{-1, -1};
    std::array<int, 2> pipe{-1, -1};
    const bool hasSockets = ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets.data()) == 0;
    UniqueFd ours(sockets[0]);
    const UniqueFd theirs(sockets[1]);
    // Non-blocking, because the pipe is read only after the process has ended: writing must never wait.
    const bool hasPipe = hasSockets && ::pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK) == 0;
    UniqueFd messages(pipe[0]);
    const UniqueFd messagesOfChild(pipe[1]);
    if (!hasPipe)
        return unexpected(Failure{FailureKind::TooManyOpen, 0, QString::fromLocal8Bit(std::strerror(errno))});

    const SpawnActions actions(theirs.number(), messagesOfChild.number());
    const SpawnAttributes attributes;
    const QByteArray path = QFile::encodeName(program);
    QByteArray name = path;
    std::array<char *, 2> arguments{name.data(), nullptr};
    pid_t id = 0;
    if (const int error
        = ::posix_spawn(&id, path.constData(), actions.get(), attributes.get(), arguments.data(), environ)) {
        const QString text = QString::fromLocal8Bit(std::strerror(error));
        return unexpected(error == EAGAIN ? Failure{FailureKind::TooManyThreads, 0, text}
                                          : missing(u"%1: %2"_s.arg(program, text)));
    }
    qCDebug(lcDrawing) << "started" << program << "as process" << id;
    return std::unique_ptr<RenderProcess>(
        new RenderProcess(id, std::move(ours), std::move(messages))); // NOLINT: private constructor
}

RenderProcess::~RenderProcess()
{
    killAndReap();
}

void RenderProcess::killAndReap()
{
    if (m_id == 0)
        return;
    ::kill(m_id, SIGKILL);
    while (::waitpid(m_id, nullptr, 0) < 0 && errno == EINTR)
        ;
    m_id = 0;
}

// Retries for a while, because a process closes its socket before it can be reaped.
std::optional<int> RenderProcess::reapIfEnded()
{
    constexpr int attempts = 100;
    constexpr std::chrono::milliseconds pause(2);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        int status = 0;
        if (const pid_t reaped = ::waitpid(m_id, &status, WNOHANG); reaped == m_id) {
            m_id = 0;
            return status;
        }
        if (!hasHungUp())
            return std::nullopt;
        std::this_thread::sleep_for(pause);
    }
    return std::nullopt;
}

bool RenderProcess::hasHungUp() const
{
    pollfd watched{.fd = m_socket.number(), .events = 0, .revents = 0};
    return ::poll(&watched, 1, 0) > 0 && (watched.revents & (POLLHUP | POLLERR)) != 0;
}

QByteArray RenderProcess::readMessages()
{
    QByteArray messages;
    std::array<char, 4096> buffer{};
    ssize_t length = 0;
    while ((length = ::read(m_messages.number(), buffer.data(), buffer.size())) > 0)
        messages.append(buffer.data(), length);
    return messages;
}

void RenderProcess::dropMessages()
{
    std::ignore = readMessages();
}

RenderProcess::Ending RenderProcess::end(int error)
{
    const std::optional<int> status = reapIfEnded();
    if (!status) {
        killAndReap();
        if (error == EMFILE || error == ENFILE)
            return {.failure = {FailureKind::TooManyOpen, 0, QString::fromLocal8Bit(std::strerror(error))}};
        return {.failure = invalidAnswer()};
    }
    const QByteArray messages = readMessages();
    qCDebug(lcDrawing) << "a process ended with wait status" << *status << firstLine(messages);
    if (WIFSIGNALED(*status)) {
        switch (WTERMSIG(*status)) {
        case SIGXCPU:
            return {.failure = {FailureKind::DrawingTooSlow, 0, {}}};
        case SIGKILL:
        case SIGTERM:
            return {.failure
                = {FailureKind::DrawingFailed, 0, RenderProcessText::tr("flagfetch-render was killed")},
                .isFromOutside = true};
        default:
            break;
        }
    }
    if (isAboutMemory(messages))
        return {.failure = {FailureKind::DrawingTooLarge, 0, {}}};
    if (WIFEXITED(*status) && WEXITSTATUS(*status) == exitStatusWithoutLibraries)
        return {.failure = missing(firstLine(messages))};
    return {.failure = {FailureKind::DrawingFailed, 0, RenderProcessText::tr("flagfetch-render crashed")}};
}

Failure invalidAnswer()
{
    return {FailureKind::DrawingFailed, 0, RenderProcessText::tr("flagfetch-render sent an invalid answer")};
}

QString rendererPath()
{
    if (const QString given = qEnvironmentVariable("FLAGFETCH_RENDER"); !given.isEmpty())
        return given;
    const QDir here = QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).dir();
    for (const QString &place :
        {u"flagfetch-render"_s, QStringLiteral(FLAGFETCH_LIBEXEC "/flagfetch-render")}) {
        const QFileInfo file(QDir::cleanPath(here.filePath(place)));
        if (file.isFile() && file.isExecutable())
            return file.filePath();
    }
    return {};
}
