#pragma once

#include "app/failures/failure.h"
#include "app/storage/uniquefd.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>

#include <memory>
#include <optional>
#include <variant>

/// One running flagfetch-render. Destroying it kills the process and waits for that, which takes no time.
class RenderProcess final
{
public:
    using Started = std::variant<std::unique_ptr<RenderProcess>, Failure>;

    /// Fails with RendererMissing, or TooManyOpen. Does not wait until the process can answer.
    [[nodiscard]] static Started start(const QString &program);
    ~RenderProcess();
    Q_DISABLE_COPY_MOVE(RenderProcess)

    [[nodiscard]] int socket() const { return m_socket.number(); }
    [[nodiscard]] pid_t id() const { return m_id; }

    /// Forgets what the process wrote on standard error so far.
    void dropMessages();

    struct Ending
    {
        Failure failure;
        bool isFromOutside = false; ///< killed by another process or the kernel; the picture may be harmless
    };

    /// Why a process that no longer answers has ended. One that still runs is killed: then `error`, an errno,
    /// is the reason.
    [[nodiscard]] Ending end(int error);

    /// Whether it has closed its socket.
    [[nodiscard]] bool hasHungUp() const;

private:
    RenderProcess(pid_t id, UniqueFd socket, UniqueFd messages);

    [[nodiscard]] QByteArray readMessages();
    /// The status of waitpid(); nothing if it still runs.
    [[nodiscard]] std::optional<int> reapIfEnded();
    void killAndReap();

    pid_t m_id; // 0: reaped
    UniqueFd m_socket;
    UniqueFd m_messages;
};

/// The failure for an answer of flagfetch-render that makes no sense.
[[nodiscard]] Failure malformedAnswer();

/// Where flagfetch-render is: as the environment variable FLAGFETCH_RENDER says, beside this program, or
/// where it is installed. Empty if it is in none of these.
[[nodiscard]] QString rendererPath();
