#pragma once

#include "app/transfer/throttle.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>

/// The countries whose server requested a delay before the next try, and when each delay ends. Reads no
/// clock: the caller passes the current time.
class ServerWaits final
{
public:
    /// Starts a wait. A longer wait of the same country stays in force. Returns whether the user should see a
    /// message: false if `duration` is zero, or if it extends the current wait by less than one second. The
    /// second case is common because picture and metadata each report the delay.
    bool begin(const QString &code, std::chrono::milliseconds duration, SteadyTime now);
    void end(const QString &code) { m_endOfCode.remove(code); }
    void dropEnded(SteadyTime now);

    [[nodiscard]] QStringList codes() const { return m_endOfCode.keys(); }

    /// In whole seconds, at least 1; 0 if the country does not wait.
    [[nodiscard]] std::chrono::seconds remaining(const QString &code, SteadyTime now) const;
    /// Time until the last wait ends; 0 if no country waits.
    [[nodiscard]] std::chrono::seconds longest(SteadyTime now) const;

private:
    QHash<QString, SteadyTime> m_endOfCode;
};
