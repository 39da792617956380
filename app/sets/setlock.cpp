#include "app/sets/setlock.h"

#include "app/sets/setfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QSysInfo>

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

} // namespace

SetLock::SetLock(const QString &folder)
    : m_file(std::make_unique<QLockFile>(folder + u'/' + QLatin1StringView(lockFileName)))
{
    m_file->setStaleLockTime(0); // a batch may take hours; only a dead owner has lost it
}

std::optional<Failure> SetLock::take()
{
    if (m_file->tryLock())
        return std::nullopt;
    if (m_file->error() != QLockFile::LockFailedError)
        return Failure{FailureKind::FolderDenied, 0, {}};
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_file->getLockInfo(&process, &host, &program))
        return Failure{FailureKind::FolderInUse, 0, {}};
    const QString place = host == QSysInfo::machineHostName() ? SetLockText::tr("on this computer")
                                                              : SetLockText::tr("on %1").arg(host);
    return Failure{FailureKind::FolderInUse, 0,
        SetLockText::tr("%1, process %2 %3").arg(program, QString::number(process), place)};
}

// A QLockFile that is destroyed removes what is at its path by then. So this one is left as it is until the
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
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_file->getLockInfo(&process, &host, &program))
        return false;
    if (host != QSysInfo::machineHostName())
        return true;
    if (::kill(pid_t(process), 0) != 0 && errno == ESRCH)
        return false;
    // Another program may have got the number of a dead one.
    const QString running = QFileInfo(QFileInfo(u"/proc/%1/exe"_s.arg(process)).symLinkTarget()).fileName();
    return running.isEmpty() || running == QFileInfo(program).fileName();
}
