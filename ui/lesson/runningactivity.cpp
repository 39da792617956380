#include "ui/lesson/runningactivity.h"

#include <utility>

RunningActivity::RunningActivity(QObject *parent)
    : QObject(parent)
{
}

Activity RunningActivity::current() const
{
    return m_hasOperation ? Activity::WindowOperation : m_measurement;
}

void RunningActivity::setOperation(bool isRunning)
{
    if (std::exchange(m_hasOperation, isRunning) != isRunning)
        Q_EMIT changed();
}

bool RunningActivity::begin(Activity measurement, const QObject &owner)
{
    Q_ASSERT(measurement == Activity::LabMeasurement || measurement == Activity::WaysMeasurement);
    if (m_hasOperation || m_measurement != Activity::None)
        return false;
    m_measurement = measurement;
    m_owner = connect(&owner, &QObject::destroyed, this, [this, measurement, &owner] {
        disconnect(this, nullptr, &owner, nullptr); // its class, whose slots are connected, has ended before
        end(measurement);
    });
    Q_EMIT changed();
    return true;
}

void RunningActivity::end(Activity measurement)
{
    if (m_measurement != measurement)
        return;
    disconnect(m_owner);
    m_measurement = Activity::None;
    Q_EMIT changed();
}

QString RunningActivity::blockedReason(Activity measurement) const
{
    if (m_hasOperation)
        return tr("An operation is running in the main window. Measure when it has ended, so that neither "
                  "changes the times of the other.");
    if (m_measurement == measurement)
        return {};
    switch (m_measurement) {
    case Activity::LabMeasurement:
        return tr("The concurrency lab is measuring. Measure when it has ended, so that neither changes the "
                  "times of the other.");
    case Activity::WaysMeasurement:
        return tr("The three ways are being measured. Measure when they have ended, so that neither changes "
                  "the times of the other.");
    case Activity::None:
    case Activity::WindowOperation:
        break;
    }
    return {};
}

QString RunningActivity::interruptedText()
{
    return tr("Cancelled, because an operation has started in the main window.");
}
