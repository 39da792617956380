#include "ui/fadein.h"

#include <QTimerEvent>

#include <algorithm>

namespace {
constexpr qint64 duration = 120;
constexpr int frame = 16;
} // namespace

FadeIn::FadeIn(QObject *parent)
    : QObject(parent)
{
    m_clock.start();
}

void FadeIn::start(const QString &code)
{
    m_beginOfCode.insert(code, m_clock.elapsed());
    if (!m_timer.isActive())
        m_timer.start(frame, Qt::PreciseTimer, this);
}

qreal FadeIn::opacityOf(const QString &code) const
{
    const auto begin = m_beginOfCode.constFind(code);
    if (begin == m_beginOfCode.cend())
        return 1;
    return std::clamp(static_cast<qreal>(m_clock.elapsed() - *begin) / duration, 0.0, 1.0);
}

void FadeIn::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_beginOfCode.removeIf([now = m_clock.elapsed()](auto entry) { return now - entry.value() >= duration; });
    if (m_beginOfCode.isEmpty())
        m_timer.stop();
    Q_EMIT stepped();
}
