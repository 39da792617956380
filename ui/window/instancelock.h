#pragma once

#include "app/storage/posixfile.h"

/// Detects other windows of the program with the same settings, in this process or another. The lock is a
/// file next to the settings; the system releases it when the process ends, however it ends. Blocks on the
/// disk for a moment.
class InstanceLock final
{
public:
    InstanceLock();
    Q_DISABLE_COPY_MOVE(InstanceLock)
    ~InstanceLock() = default;

    /// Whether no other window had the lock when this object was created. Also true if there can be no lock.
    [[nodiscard]] bool isFirst() const { return m_isFirst; }

private:
    UniqueFd m_file;
    bool m_isFirst = true;
};
