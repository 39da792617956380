#pragma once

#include "app/failures/failure.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

/// Keeps other programs, and other batches of this one, out of a folder of flags while it is held. Whoever
/// dies loses it. Held until it is destroyed.
class SetLock final
{
public:
    explicit SetLock(const QString &folder);
    Q_DISABLE_COPY_MOVE(SetLock)

    /// Fails with FolderInUse, naming the owner, with WriteFailed where something else has the lock's name,
    /// or as the disk does.
    [[nodiscard]] std::optional<Failure> take();
    /// Whether somebody who is alive holds it, this process too. Takes nothing and writes nothing.
    [[nodiscard]] bool isHeld() const;
    void release() { m_file->unlock(); }
    /// The folder was moved there, and whoever works in another one at its path keeps the lock of that.
    void releaseWhereItIs(const QString &folder);

private:
    [[nodiscard]] bool isSomethingElse() const;

    std::unique_ptr<QLockFile> m_file; // never null
};
