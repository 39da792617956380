#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>

/// The content of a lock file, for tests.
namespace somelock {

/// Returns the lock file as QLockFile writes it, with the name of this computer.
inline QByteArray lockOf(const QByteArray &process, const QByteArray &program)
{
    return process + '\n' + program + '\n' + QSysInfo::machineHostName().toUtf8() + '\n'
        + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n';
}

inline QByteArray ownId()
{
    return QByteArray::number(QCoreApplication::applicationPid());
}

inline QByteArray ownProgram()
{
    return QFileInfo(QCoreApplication::applicationFilePath()).fileName().toUtf8();
}

} // namespace somelock
