#pragma once

#include <QObject>

/// What takes processor time and connections for a while, and so changes the times of a measurement.
enum class Activity {
    None,
    WindowOperation, ///< of the main window
    LabMeasurement, ///< of the concurrency lab
    WaysMeasurement, ///< of the three ways
};

/// Which activity runs, so that no measurement has another one beside it. An operation may always start:
/// the windows cancel their measurement when they see it in changed(). A measurement starts only if nothing
/// runs. Owned by MainWindow, in the GUI thread.
class RunningActivity final : public QObject
{
    Q_OBJECT

public:
    explicit RunningActivity(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RunningActivity)

    /// The operation, if one runs, also while a measurement ends because of it.
    [[nodiscard]] Activity current() const;
    void setOperation(bool isRunning);

    /// Returns false, and does nothing, if anything runs. The measurement ends with end(), or when `owner` is
    /// destroyed.
    [[nodiscard]] bool begin(Activity measurement, const QObject &owner);
    void end(Activity measurement);

    /// Why this measurement cannot start, for people; empty if nothing else runs.
    [[nodiscard]] QString blockedReason(Activity measurement) const;
    /// What a measurement says that an operation has cancelled.
    [[nodiscard]] static QString interruptedText();

Q_SIGNALS:
    void changed();

private:
    bool m_hasOperation = false;
    Activity m_measurement = Activity::None;
    QMetaObject::Connection m_owner; // of the measurement
};
