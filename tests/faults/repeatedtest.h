#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <limits>

/// Where a test can be run once more, in a process of its own.
struct Surroundings
{
    QStringList wrapper; ///< a program, and what stands before the command that it is to run
    QStringList probe; ///< a command that succeeds inside if there can be such surroundings
    QHash<QString, QString> environment;
};

/// No network at all, not even a loopback address: `unshare` takes it away.
[[nodiscard]] Surroundings withoutNetwork();

/// File systems may be mounted there, and are gone with the process: `unshare` again.
[[nodiscard]] Surroundings withOwnMounts();

/// A system call that fails on the way of a file to the disk, or of a connection to its server, as
/// failingcalls.cpp has it.
struct FailingCall
{
    static constexpr int killed = -1; ///< an error that ends the process instead, as SIGKILL does

    QString name;
    int error = 0; ///< an errno
    int first = 1; ///< which of its calls fail
    int last = std::numeric_limits<int>::max();
};

/// The calls fail there: a library that is loaded before the system's own has them.
[[nodiscard]] Surroundings withFailingCalls(const QList<FailingCall> &calls);

/// Whether this process has been started by repeatedIn().
[[nodiscard]] bool isRepeated();

/// Runs the test that is running now once more. Empty if that went well, else what it said.
[[nodiscard]] QString repeatedIn(const Surroundings &surroundings);

/// Why there can be no such process on this system; empty if there can.
[[nodiscard]] QString obstacleTo(const Surroundings &surroundings);
