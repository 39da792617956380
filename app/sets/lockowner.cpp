#include "app/sets/lockowner.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

QByteArray contentForThisProgram()
{
    QString program = QFileInfo(QFileInfo(u"/proc/self/exe"_s).symLinkTarget()).fileName();
    // The kernel adds this if the program file was replaced while the program runs.
    if (const auto removed = " (deleted)"_L1; program.endsWith(removed))
        program.chop(removed.size());
    return QByteArray::number(QCoreApplication::applicationPid()) + '\n' + program.toUtf8() + '\n'
        + QSysInfo::machineHostName().toUtf8() + '\n' + QSysInfo::machineUniqueId() + '\n'
        + QSysInfo::bootUniqueId() + '\n';
}

std::optional<LockOwner> readLockOwner(const UniqueFd &file)
{
    QByteArray content(largestLockFile, Qt::Uninitialized);
    content.truncate(
        std::max<ssize_t>(::pread(file.number(), content.data(), std::size_t(content.size()), 0), 0));
    QList<QByteArray> lines = content.split('\n');
    lines.resize(4); // the fifth is the id of the computer's start
    bool isNumber = false;
    const LockOwner owner{.process = lines.at(0).toLongLong(&isNumber),
        .program = QString::fromUtf8(lines.at(1)),
        .host = QString::fromUtf8(lines.at(2)),
        .hostId = lines.at(3)};
    return isNumber && owner.process > 0 ? std::optional(owner) : std::nullopt;
}

bool isOnThisComputer(const LockOwner &owner)
{
    const QByteArray hostId = QSysInfo::machineUniqueId();
    if (!owner.hostId.isEmpty() && !hostId.isEmpty())
        return owner.hostId == hostId;
    return owner.host.isEmpty() || owner.host == QSysInfo::machineHostName();
}

bool mayBeAlive(const std::optional<LockOwner> &owner)
{
    return !owner || ::kill(pid_t(owner->process), 0) == 0 || errno != ESRCH;
}
