#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QtGlobal>

#include <algorithm>
#include <limits>

/// The environment of a separate process in which a test runs again.
struct ProcessEnvironment
{
    QStringList wrapper; ///< a program and its arguments before the command that it runs
    QStringList probe; ///< a command that succeeds if the system supports this environment
    QHash<QString, QString> variables; ///< environment variables
};

/// A network namespace without usable addresses, not even a loopback address, made by `unshare`.
[[nodiscard]] ProcessEnvironment withoutNetwork();

/// A mount namespace, made by `unshare`. Its mounts disappear with the process.
[[nodiscard]] ProcessEnvironment withOwnMounts();

/// A system call for files or sockets that fails; failingcalls.cpp implements it.
struct FailingCall
{
    static constexpr int killed = -1; ///< value of `error` that kills the process (SIGKILL)

    QString name;
    int error = 0; ///< an errno
    int first = 1; ///< number of the first call that fails, from 1
    int last = std::numeric_limits<int>::max();
};

/// Makes the calls fail through a library in LD_PRELOAD.
[[nodiscard]] ProcessEnvironment withFailingCalls(const QList<FailingCall> &calls);

/// Whether rerunIn() started this process.
[[nodiscard]] bool isRerun();

/// Runs the current test in a new process. Returns its output if it failed, otherwise an empty string.
[[nodiscard]] QString rerunIn(const ProcessEnvironment &target);

/// Why the system does not support this environment; empty if it does.
[[nodiscard]] QString unavailableReason(const ProcessEnvironment &target);

/// How often a test kills programs at random moments: `usual` times, multiplied by the environment variable
/// FLAGFETCH_ROUNDS. scripts/soak.sh sets the variable; without it the test suite stays short.
[[nodiscard]] inline int rounds(int usual)
{
#ifdef __SANITIZE_ADDRESS__
    usual /= 3; // what a killed program leaves does not depend on the sanitizer, which starts slowly
#endif
    return usual * std::max(1, qEnvironmentVariableIntValue("FLAGFETCH_ROUNDS"));
}

/// Mounts a small tmpfs on a temporary folder and unmounts it in the destructor. Needs withOwnMounts().
class SmallDisk final
{
public:
    /// `size` is a mount option of tmpfs: "size=128k" or "nr_inodes=8".
    explicit SmallDisk(const QByteArray &size);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] QString path() const { return m_folder.path(); }

    /// Changes the size and keeps the files. Returns whether it succeeded.
    [[nodiscard]] bool resize(const QByteArray &size) const;

private:
    [[nodiscard]] bool mount(unsigned long flags, const QByteArray &size) const;

    QTemporaryDir m_folder;
    bool m_isMounted;
};
