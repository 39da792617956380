#pragma once

#include "app/builtin/faultsimulation.h"

#include <QWidget>

class QBoxLayout;
class QDoubleSpinBox;
class QSpinBox;

/// What the three ways download: how many flags, how many at once, and how long the server waits. Emits
/// changed() after every change. Owned by ThreeWaysWindow.
class WayFields final : public QWidget
{
    Q_OBJECT

public:
    /// `mostFlags` is the number of countries.
    explicit WayFields(int mostFlags, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(WayFields)

    [[nodiscard]] int flags() const;
    [[nodiscard]] int atOnce() const;
    /// The delays of the server.
    [[nodiscard]] FaultSettings faults() const;
    /// What the delays add up to, one request after another.
    [[nodiscard]] std::chrono::nanoseconds expectedTime() const;

Q_SIGNALS:
    void changed();

private:
    void setUpDelay();

    QSpinBox *m_flags;
    QSpinBox *m_atOnce;
    QDoubleSpinBox *m_delay; // the longest, in seconds
};
