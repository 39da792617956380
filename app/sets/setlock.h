#pragma once

#include "app/failures/failure.h"

#include <QLockFile>
#include <QString>

#include <optional>

/// Keeps other programs, and other batches of this one, out of a folder of flags while it is held. Whoever
/// dies loses it. Held until it is destroyed.
class SetLock final
{
public:
    explicit SetLock(const QString &folder);
    Q_DISABLE_COPY_MOVE(SetLock)

    /// Fails with FolderInUse, naming the owner, or because the folder cannot be written.
    [[nodiscard]] std::optional<Failure> take();
    /// Whether somebody who is alive holds it, this process too. Takes nothing and writes nothing.
    [[nodiscard]] bool isHeld() const;
    void release() { m_file.unlock(); }

private:
    QLockFile m_file;
};
