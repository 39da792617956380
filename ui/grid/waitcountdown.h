#pragma once

#include "app/downloads/serverwaits.h"

#include <QObject>
#include <QTimer>

#include <chrono>

/// Counts down the Retry-After times of countries, once a second while any country waits. Lives in the GUI
/// thread.
class WaitCountdown final : public QObject
{
    Q_OBJECT

public:
    explicit WaitCountdown(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(WaitCountdown)

    /// Returns false if the country waits longer already.
    bool begin(const QString &code, std::chrono::milliseconds duration);
    void end(const QString &code) { m_waits.end(code); }

    /// In whole seconds, at least 1; 0 if the country does not wait.
    [[nodiscard]] std::chrono::seconds remaining(const QString &code) const;
    [[nodiscard]] const ServerWaits &waits() const { return m_waits; }

Q_SIGNALS:
    /// A second has passed for these countries; the wait of some may have ended.
    void stepped(const QStringList &codes);

private:
    void step();

    ServerWaits m_waits;
    QTimer m_timer;
};
