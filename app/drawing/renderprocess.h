#pragma once

#include "app/failures/result.h"
#include "app/storage/posixfile.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>

#include <memory>
#include <optional>

/// One running flagfetch-render process. The destructor kills and reaps it, which takes no noticeable time.
/// Owned by RenderPool or a RenderLease; for one thread at a time.
class RenderProcess final
{
public:
    /// Starts the process without waiting until it can answer. Fails with RendererMissing, TooManyOpen or
    /// TooManyThreads.
    [[nodiscard]] static Result<std::unique_ptr<RenderProcess>> start(const QString &program);
    ~RenderProcess();
    Q_DISABLE_COPY_MOVE(RenderProcess)

    [[nodiscard]] int socket() const { return m_socket.number(); }
    [[nodiscard]] pid_t id() const { return m_id; }

    /// Discards what the process has written to standard error so far.
    void dropMessages();

    struct Ending
    {
        Failure failure;
        bool isFromOutside
            = false; ///< killed by another process or the kernel; not necessarily because of the picture
    };

    /// Reaps a process that no longer answers, and returns the reason. Kills it if it still runs; then the
    /// reason is `error`, an errno value.
    [[nodiscard]] Ending end(int error);

    /// Whether the process has closed its socket.
    [[nodiscard]] bool hasHungUp() const;

private:
    RenderProcess(pid_t id, UniqueFd socket, UniqueFd messages);

    [[nodiscard]] QByteArray readMessages();
    /// The status of waitpid(); nothing if the process still runs.
    [[nodiscard]] std::optional<int> reapIfEnded();
    void killAndReap();

    pid_t m_id; // 0: already reaped
    UniqueFd m_socket;
    UniqueFd m_messages;
};

/// The failure for an invalid answer of flagfetch-render.
[[nodiscard]] Failure invalidAnswer();

/// The path of flagfetch-render: the environment variable FLAGFETCH_RENDER, else the folder of this program,
/// else the installed path. Empty if it is not found.
[[nodiscard]] QString rendererPath();
