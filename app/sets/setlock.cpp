#include "app/sets/setlock.h"

#include "app/storage/atomicfilewriter.h"
#include "app/storage/posixfile.h"
#include "app/storage/setfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QSysInfo>

#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct SetLockText
{
    Q_DECLARE_TR_FUNCTIONS(SetLock)
};

/// Returns why the lock file cannot be written. QLockFile does not report it.
Failure writeFailureIn(const QString &folder)
{
    AtomicFileWriter probe;
    int error = probe.open(QFile::encodeName(folder));
    if (error == 0)
        error = probe.write(QByteArray(4096, ' '));
    return error == 0 ? Failure{FailureKind::WriteFailed, 0, QLatin1StringView(lockFileName)}
                      : diskFailure(error);
}

} // namespace

SetLock::SetLock(const QString &folder)
    : m_file(std::make_unique<QLockFile>(folder + u'/' + QLatin1StringView(lockFileName)))
{
    m_file->setStaleLockTime(0); // a batch may take hours; only a dead process loses the lock
}

std::optional<Failure> SetLock::take()
{
    if (isForeignFile())
        return Failure{FailureKind::WriteFailed, 0,
            SetLockText::tr("%1 is not a file of Flagfetch; remove it").arg(QLatin1StringView(lockFileName))};
    if (m_file->tryLock())
        return std::nullopt;
    if (m_file->error() != QLockFile::LockFailedError)
        return writeFailureIn(QFileInfo(m_file->fileName()).path());
    const QString advice
        = SetLockText::tr("if it does not run any more, remove %1").arg(QLatin1StringView(lockFileName));
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_file->getLockInfo(&process, &host, &program))
        return Failure{FailureKind::FolderInUse, 0, advice};
    const QString owner = SetLockText::tr("%1, process %2").arg(program, QString::number(process));
    // It is unknown whether a process on another computer, or on one that was renamed, is running.
    const QString place = host == QSysInfo::machineHostName()
        ? SetLockText::tr("%1 on this computer").arg(owner)
        : SetLockText::tr("%1 on %2; %3").arg(owner, host, advice);
    return Failure{FailureKind::FolderInUse, 0, place};
}

// The destructor of QLockFile removes whatever is at its path at that time. So this object is kept until the
// process ends.
void SetLock::releaseWhereItIs(const QString &folder)
{
    static auto *const left = new std::vector<std::unique_ptr<QLockFile>>;
    static QMutex mutex;
    QFile::remove(folder + u'/' + QLatin1StringView(lockFileName));
    const QMutexLocker locker(&mutex);
    left->push_back(std::exchange(m_file, std::make_unique<QLockFile>(m_file->fileName())));
}

bool SetLock::isHeld() const
{
    if (isForeignFile())
        return false;
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_file->getLockInfo(&process, &host, &program))
        return false;
    if (host != QSysInfo::machineHostName())
        return true;
    if (::kill(pid_t(process), 0) != 0 && errno == ESRCH)
        return false;
    // Another program may have the process id of a dead one.
    QString running = QFileInfo(QFileInfo(u"/proc/%1/exe"_s.arg(process)).symLinkTarget()).fileName();
    // The kernel adds this if the program file was replaced while the program runs.
    if (const auto removed = " (deleted)"_L1; running.endsWith(removed))
        running.chop(removed.size());
    return running.isEmpty() || running == QFileInfo(program).fileName();
}

/// Whether the lock's name belongs to another kind of file. QLockFile follows links and reads the whole file:
/// it would block on a pipe, and never end on a device.
bool SetLock::isForeignFile() const
{
    constexpr off_t largest = 4096; // bytes; enough for a process id, a program, a host and two host ids
    struct stat there
    {
    };
    return ::lstat(QFile::encodeName(m_file->fileName()).constData(), &there) == 0
        && (!S_ISREG(there.st_mode) || there.st_size > largest);
}
