#pragma once

#include <QFile>

#include <unistd.h>

/// Drops the privileges of root until it is destroyed, because permissions do not restrict root.
class OrdinaryUser final
{
public:
    OrdinaryUser()
    {
        if (m_wasRoot)
            m_isOrdinary = ::setresuid(nobody, nobody, 0) == 0;
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
