#include "app/sets/setlock.h"

#include "app/sets/lockowner.h"
#include "app/storage/setfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct SetLockText
{
    Q_DECLARE_TR_FUNCTIONS(SetLock)
};

enum class FlockResult {
    Taken,
    HeldByOther,
    Unsupported ///< by the file system
};

QByteArray lockPathIn(const QString &folder)
{
    return QFile::encodeName(folder + u'/' + QLatin1StringView(lockFileName));
}

/// Tries to lock the file, exclusively with LOCK_EX or shared with LOCK_SH.
FlockResult tryFlock(const UniqueFd &file, int operation)
{
    int result = 0;
    do
        result = ::flock(file.number(), operation | LOCK_NB);
    while (result != 0 && errno == EINTR);
    if (result == 0)
        return FlockResult::Taken;
    return errno == EWOULDBLOCK ? FlockResult::HeldByOther : FlockResult::Unsupported;
}

bool isForeign(const struct stat &status)
{
    return !S_ISREG(status.st_mode) || status.st_size > largestLockFile;
}

/// Whether the lock's name belongs to another kind of file. Opening a device may have effects.
bool isForeign(const QByteArray &path)
{
    struct stat status
    {
    };
    return ::lstat(path.constData(), &status) == 0 && isForeign(status);
}

bool isForeign(const UniqueFd &file)
{
    struct stat status
    {
    };
    return ::fstat(file.number(), &status) != 0 || isForeign(status);
}

/// Whether the program ended before it wrote its name, or the computer did.
bool isEmpty(const UniqueFd &file)
{
    struct stat status
    {
    };
    return ::fstat(file.number(), &status) == 0 && status.st_size == 0;
}

/// Whether `path` is still the name of the file. Another program may have removed or replaced it.
bool isAt(const QByteArray &path, const UniqueFd &file)
{
    struct stat there
    {
    };
    struct stat own
    {
    };
    return ::lstat(path.constData(), &there) == 0 && ::fstat(file.number(), &own) == 0
        && there.st_dev == own.st_dev && there.st_ino == own.st_ino;
}

UniqueFd openExisting(const QByteArray &path, int access)
{
    return UniqueFd(::open(path.constData(), access | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
}

Failure foreignFile()
{
    return {FailureKind::WriteFailed, 0,
        SetLockText::tr("%1 is not a file of Flagfetch; remove it").arg(QLatin1StringView(lockFileName))};
}

Failure folderInUse(const std::optional<LockOwner> &owner = {}, FlockResult result = FlockResult::HeldByOther)
{
    const QString advice
        = SetLockText::tr("remove %1 if that program no longer runs").arg(QLatin1StringView(lockFileName));
    if (!owner)
        return {FailureKind::FolderInUse, 0, advice};
    const QString program
        = SetLockText::tr("%1, process %2").arg(owner->program, QString::number(owner->process));
    // It is unknown whether a process on another computer, or on one that was renamed, is running.
    const bool isRunning = result == FlockResult::HeldByOther && owner->host == QSysInfo::machineHostName();
    const QString place = isRunning ? SetLockText::tr("%1 on this computer").arg(program)
                                    : SetLockText::tr("%1 on %2; %3").arg(program, owner->host, advice);
    return {FailureKind::FolderInUse, 0, place};
}

/// Removes the file if its owner has died or if it is gone already. Otherwise returns why not. `removed`
/// becomes the removed file, still locked. `seen` is the inode of the file that the try before found
/// unlocked.
std::optional<Failure> removeFileOfDeadOwner(const QByteArray &path, UniqueFd &removed, ino_t &seen)
{
    if (isForeign(path))
        return foreignFile();
    // Locking needs no write access, except on network file systems.
    UniqueFd file = openExisting(path, O_RDWR);
    if (!file.isOpen() && errno == EACCES)
        file = openExisting(path, O_RDONLY);
    if (!file.isOpen() && errno == ENOENT)
        return std::nullopt;
    if (!file.isOpen())
        return errno == EACCES ? folderInUse() : diskFailure(errno);
    if (isForeign(file))
        return foreignFile();
    const auto owner = readLockOwner(file);
    if (!owner && !isEmpty(file))
        return folderInUse();
    // Without locks, two programs could both take the lock of a dead process. QLockFile does not take it
    // either.
    const FlockResult result = tryFlock(file, LOCK_EX);
    if (result != FlockResult::Taken)
        return folderInUse(owner, result);
    if (!isAt(path, file))
        return std::nullopt;
    if (owner && !isOnThisComputer(*owner)) // the file system may not share locks between computers
        return folderInUse(owner, result);
    struct stat status
    {
    };
    const bool isStill
        = ::fstat(file.number(), &status) == 0 && status.st_ino == std::exchange(seen, status.st_ino);
    if (mayBeAlive(owner) && !isStill)
        return folderInUse(owner, result);
    if (::unlink(path.constData()) != 0 && errno != ENOENT)
        return diskFailure(errno);
    removed = std::move(file);
    return std::nullopt;
}

} // namespace

SetLock::SetLock(const QString &folder)
    : m_path(lockPathIn(folder))
{
}

std::optional<Failure> SetLock::take()
{
    // isHeld() shares a lock for microseconds. Several programs may take the lock of a dead process together.
    constexpr int maximalTries = 10;
    constexpr auto pause = std::chrono::milliseconds(2);
    const QByteArray content = contentForThisProgram();
    // QLockFile removes what is at the path if it can lock the file of a dead owner. So that file stays
    // locked.
    UniqueFd removed(-1);
    ino_t seen = 0;
    Failure failure = folderInUse();
    for (int i = 0; i < maximalTries; ++i) {
        const int error = create(content);
        if (error != EEXIST)
            return error == 0 ? std::nullopt : std::optional(diskFailure(error));
        const auto refusal = removeFileOfDeadOwner(m_path, removed, seen);
        if (refusal && refusal->kind != FailureKind::FolderInUse)
            return refusal;
        if (refusal) {
            failure = *refusal;
            std::this_thread::sleep_for(pause);
        }
    }
    return failure;
}

/// Creates the file and locks it. Returns errno: EEXIST also if another program removed or locked it
/// meanwhile. On a file system without locks, the existence of the file is the lock, as with QLockFile.
int SetLock::create(const QByteArray &content)
{
    constexpr mode_t mode = 0666;
    UniqueFd file(::open(m_path.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file.isOpen())
        return errno;
    // Another program may take the empty file for that of a dead owner.
    if (tryFlock(file, LOCK_EX) == FlockResult::HeldByOther || !isAt(m_path, file))
        return EEXIST;
    if (const int error = writeAll(file.number(), content)) {
        ::unlink(m_path.constData());
        return error;
    }
    ::fdatasync(file.number()); // so that other computers see the owner; the lock is valid in any case
    m_file = std::move(file);
    return 0;
}

bool SetLock::isHeld() const
{
    if (isForeign(m_path))
        return false;
    const UniqueFd file = openExisting(m_path, O_RDONLY);
    if (!file.isOpen())
        return errno == EACCES; // another user's
    if (isForeign(file))
        return false;
    const auto owner = readLockOwner(file);
    if (!owner)
        return tryFlock(file, LOCK_SH) == FlockResult::HeldByOther;
    if (!isOnThisComputer(*owner))
        return true;
    switch (tryFlock(file, LOCK_SH)) {
    case FlockResult::Taken:
        return false;
    case FlockResult::HeldByOther:
        return true;
    case FlockResult::Unsupported:
        break;
    }
    return ::kill(pid_t(owner->process), 0) == 0 || errno != ESRCH;
}

void SetLock::releaseIn(const QString &folder)
{
    releaseFile(lockPathIn(folder));
}

/// Removes the file while it is locked, because another program may take the lock as soon as it is free.
void SetLock::releaseFile(const QByteArray &path)
{
    if (m_file.isOpen() && isAt(path, m_file))
        ::unlink(path.constData());
    m_file = UniqueFd(-1);
}
