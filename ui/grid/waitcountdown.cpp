#include "ui/grid/waitcountdown.h"

using namespace std::chrono_literals;

WaitCountdown::WaitCountdown(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(1s);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WaitCountdown::step);
}

bool WaitCountdown::begin(const QString &code, std::chrono::milliseconds duration)
{
    if (!m_waits.begin(code, duration, SteadyTime::clock::now()))
        return false;
    if (!m_timer.isActive())
        m_timer.start();
    return true;
}

std::chrono::seconds WaitCountdown::remaining(const QString &code) const
{
    return m_waits.remaining(code, SteadyTime::clock::now());
}

void WaitCountdown::step()
{
    const QStringList codes = m_waits.codes();
    m_waits.dropEnded(SteadyTime::clock::now());
    if (m_waits.codes().isEmpty())
        m_timer.stop();
    Q_EMIT stepped(codes);
}
