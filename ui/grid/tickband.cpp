#include "ui/grid/tickband.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QRubberBand>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>

namespace {
constexpr int scrollInterval = 16; // ms
constexpr int maximumScroll = 40; // pixels per interval
} // namespace

TickBand::TickBand(QAbstractItemView &view)
    : QObject(&view)
    , m_view(view)
    , m_band(new QRubberBand(QRubberBand::Rectangle, view.viewport()))
{
}

void TickBand::press(const QPoint &position)
{
    m_pressed = true;
    m_origin = position + scrolled();
    m_mouse = position;
    m_added.clear();
}

void TickBand::move(const QPoint &position)
{
    m_mouse = position;
    if (!m_pressed)
        return;
    const int distance = (position + scrolled() - m_origin).manhattanLength();
    if (m_band->isHidden() && distance < QApplication::startDragDistance())
        return;
    m_band->show();
    update();
    if (overshoot() == 0)
        m_autoScroll.stop();
    else if (!m_autoScroll.isActive())
        m_autoScroll.start(scrollInterval, this);
}

bool TickBand::release()
{
    const bool drawn = m_pressed && !m_band->isHidden();
    m_pressed = false;
    m_autoScroll.stop();
    m_band->hide();
    m_added.clear();
    return drawn;
}

void TickBand::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_autoScroll.timerId())
        return QObject::timerEvent(event);
    QScrollBar *bar = m_view.verticalScrollBar();
    bar->setValue(bar->value() + std::clamp(overshoot() / 2, -maximumScroll, maximumScroll));
    update();
}

QPoint TickBand::scrolled() const
{
    return {m_view.horizontalScrollBar()->value(), m_view.verticalScrollBar()->value()};
}

QRect TickBand::inViewport() const
{
    return QRect(m_origin - scrolled(), m_mouse).normalized();
}

// The distance of the mouse above (negative) or below the viewport, in pixels.
int TickBand::overshoot() const
{
    const int below = m_mouse.y() - m_view.viewport()->height();
    return below > 0 ? below : std::min(m_mouse.y(), 0);
}

void TickBand::update()
{
    const QRect band = inViewport();
    m_band->setGeometry(band.intersected(m_view.viewport()->rect().adjusted(-1, -1, 1, 1)));
    tickTouched(band);
}

void TickBand::tickTouched(const QRect &band)
{
    QAbstractItemModel *model = m_view.model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        const bool touched = band.intersects(m_view.visualRect(index));
        const bool ticked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
        if (touched && !ticked) {
            m_added.insert(index);
            model->setData(index, Qt::Checked, Qt::CheckStateRole);
        } else if (!touched && ticked && m_added.remove(index)) {
            model->setData(index, Qt::Unchecked, Qt::CheckStateRole);
        }
    }
}
