#include "ui/grid/fadein.h"

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

void FadeIn::start(const QModelIndex &cell)
{
    m_begins.insert(cell, m_clock.elapsed());
    if (!m_timer.isActive())
        m_timer.start(frame, Qt::PreciseTimer, this);
}

qreal FadeIn::opacityOf(const QModelIndex &cell) const
{
    const auto begin = m_begins.constFind(cell);
    if (begin == m_begins.cend())
        return 1;
    return std::clamp(static_cast<qreal>(m_clock.elapsed() - *begin) / duration, 0.0, 1.0);
}

void FadeIn::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    const QList<QPersistentModelIndex> cells = m_begins.keys();
    m_begins.removeIf([now = m_clock.elapsed()](auto entry) { return now - entry.value() >= duration; });
    if (m_begins.isEmpty())
        m_timer.stop();
    for (const QPersistentModelIndex &cell : cells)
        Q_EMIT stepped(cell);
}
