#pragma once

#include "app/failures/failure.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

/// Locks a folder of flags against other programs and against other batches of this one. The destructor
/// releases the lock. The lock of a process that has died does not count.
class SetLock final
{
public:
    explicit SetLock(const QString &folder);
    Q_DISABLE_COPY_MOVE(SetLock)

    /// Takes the lock. Fails with FolderInUse, naming the owner; with WriteFailed if another kind of file has
    /// the lock's name; or with the failure of the disk.
    [[nodiscard]] std::optional<Failure> take();
    /// Whether a running process holds the lock, including this one. Takes nothing and writes nothing.
    [[nodiscard]] bool isHeld() const;
    void release() { m_file->unlock(); }
    /// Releases the lock after its folder was moved to `folder`. Does not touch the lock of another folder at
    /// the old path.
    void releaseWhereItIs(const QString &folder);

private:
    [[nodiscard]] bool isForeignFile() const;

    std::unique_ptr<QLockFile> m_file; // never null
};
