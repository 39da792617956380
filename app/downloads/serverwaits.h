#pragma once

#include "app/transfer/throttle.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>

/// Which countries wait because their server asked for it, and until when. The time comes from outside, so it
/// has no clock of its own.
class ServerWaits final
{
public:
    /// A longer wait that is in force stays. Returns whether there is news for a person: not for a wait of no
    /// time, nor for one that adds less than a second, as picture and metadata ask one after the other.
    bool begin(const QString &code, std::chrono::milliseconds duration, SteadyTime now);
    void end(const QString &code) { m_endOfCode.remove(code); }
    void dropEnded(SteadyTime now);

    [[nodiscard]] QStringList codes() const { return m_endOfCode.keys(); }

    /// In whole seconds, at least one; zero for who does not wait.
    [[nodiscard]] std::chrono::seconds remaining(const QString &code, SteadyTime now) const;
    /// Until the last of them may go on; zero if nobody waits.
    [[nodiscard]] std::chrono::seconds longest(SteadyTime now) const;

private:
    QHash<QString, SteadyTime> m_endOfCode;
};
