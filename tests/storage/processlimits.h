#pragma once

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <optional>

/// Limits the size of the files that this process writes, until it is destroyed.
class FileSizeLimit final
{
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_oldHandler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limit{.rlim_cur = bytes, .rlim_max = m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldHandler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    void (*m_oldHandler)(int);
    rlimit m_old{};
};

/// Drops the privileges of root until it is destroyed, because permissions do not restrict root.
class OrdinaryUser final
{
public:
    OrdinaryUser()
        : OrdinaryUser(nobody)
    {
    }
    explicit OrdinaryUser(uid_t user)
    {
        if (m_wasRoot)
            m_isOrdinary = ::setresuid(user, user, 0) == 0;
    }
    ~OrdinaryUser()
    {
        if (m_wasRoot && m_isOrdinary && ::setresuid(0, 0, 0) != 0)
            qFatal("Cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

    [[nodiscard]] bool isOrdinary() const { return m_isOrdinary; }

    /// Gives the folder to that user. Call it while the program is still root. Returns whether it succeeded.
    [[nodiscard]] static bool give(const QString &folder)
    {
        return ::geteuid() != 0 || ::chown(QFile::encodeName(folder).constData(), nobody, nobody) == 0;
    }

private:
    static constexpr uid_t nobody = 65534;

    bool m_wasRoot = ::geteuid() == 0;
    bool m_isOrdinary = !m_wasRoot;
};

/// Limits the threads of this process, until it is destroyed. Root has no limit, and all processes of a user
/// count together. So the process becomes a user that has no other processes.
class ThreadLimit final
{
public:
    explicit ThreadLimit(rlim_t threads)
    {
        ::getrlimit(RLIMIT_NPROC, &m_old);
        const rlimit limit{.rlim_cur = threads, .rlim_max = m_old.rlim_max};
        ::setrlimit(RLIMIT_NPROC, &limit);
        m_user.emplace(uid_t(50'000 + ::getpid() % 10'000));
    }
    ~ThreadLimit()
    {
        m_user.reset();
        ::setrlimit(RLIMIT_NPROC, &m_old);
    }
    Q_DISABLE_COPY_MOVE(ThreadLimit)

    [[nodiscard]] bool applies() const { return m_user->isOrdinary(); }

private:
    rlimit m_old{};
    std::optional<OrdinaryUser> m_user;
};
