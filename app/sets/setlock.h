#pragma once

#include "app/failures/failure.h"
#include "app/storage/posixfile.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Locks a folder of flags against other programs and against other batches of this one, with flock() on a
/// file that names the owner. The destructor releases the lock. The lock of a process that has died does not
/// count. Earlier versions use QLockFile, which has the same file, content and flock().
class SetLock final
{
public:
    explicit SetLock(const QString &folder);
    ~SetLock() { release(); }
    Q_DISABLE_COPY_MOVE(SetLock)

    /// Takes the lock. Fails with FolderInUse, naming the owner; with WriteFailed if another kind of file has
    /// the lock's name; or with the failure of the disk. Tries for some milliseconds.
    [[nodiscard]] std::optional<Failure> take();
    /// Whether a running process holds the lock, including this one. Writes nothing. May share the lock of a
    /// dead process for a moment, which is why take() tries again.
    [[nodiscard]] bool isHeld() const;
    void release() { releaseFile(m_path); }
    /// Releases the lock after its folder was moved to `folder`. Does not touch the lock of another folder at
    /// the old path.
    void releaseIn(const QString &folder);

private:
    [[nodiscard]] int create(const QByteArray &content);
    void releaseFile(const QByteArray &path);

    const QByteArray m_path;
    UniqueFd m_file{-1}; // open and locked while this object holds the lock
};
