#pragma once

#include "app/storage/posixfile.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>

#include <optional>

/// The content of a lock file, see SetLock. In the format of QLockFile, which earlier versions use.

/// In bytes. Enough for a process id, a program, a host and two host ids.
inline constexpr off_t largestLockFile = 4096;

/// What the file says about its owner.
struct LockOwner
{
    qint64 process = 0;
    QString program;
    QString host;
    QByteArray hostId; ///< empty if unknown
};

/// The content with which this program names itself as the owner.
[[nodiscard]] QByteArray contentForThisProgram();

/// Returns nothing if the file is empty or has another format. The content of a file is written once. Its
/// owner has locked it before.
[[nodiscard]] std::optional<LockOwner> readLockOwner(const UniqueFd &file);

/// A computer may be renamed, but keeps its id.
[[nodiscard]] bool isOnThisComputer(const LockOwner &owner);

/// Whether a process of this computer has the owner's id, or the owner is unknown. Such an owner may be an
/// earlier version that is about to lock its new file, or to remove its old one: QLockFile leaves both
/// unlocked for a moment.
[[nodiscard]] bool mayBeAlive(const std::optional<LockOwner> &owner);
