#include "ui/grid/cellclicks.h"

#include "ui/grid/flagdelegate.h"
#include "ui/grid/tickband.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMouseEvent>

#include <algorithm>

CellClicks::CellClicks(QAbstractItemView &view, const FlagDelegate &delegate)
    : QObject(&view)
    , m_view(view)
    , m_delegate(delegate)
    , m_band(new TickBand(view))
{
}

void CellClicks::press(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    m_pressed = m_view.indexAt(position);
    m_pressedBadge = badgeAt(position);
    if (m_pressed.isValid())
        m_view.selectionModel()->setCurrentIndex(m_pressed, QItemSelectionModel::NoUpdate);
    m_pressedPicture.reset();
    if (event.modifiers() == Qt::NoModifier && isOnPicture(position))
        m_pressedPicture = position;
    else
        m_band->press(position);
}

void CellClicks::move(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    if (!event.buttons().testFlag(Qt::LeftButton))
        endPress(); // a menu, a dialog or a drag that began meanwhile has taken the release
    else if (m_pressedPicture
        && (position - *m_pressedPicture).manhattanLength() >= QApplication::startDragDistance())
        return drag();
    else
        m_band->move(position);
    Q_EMIT badgeEntered(event.buttons() == Qt::NoButton ? badgeAt(position) : QModelIndex());
}

void CellClicks::release(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    const QModelIndex cell = m_view.indexAt(position);
    const bool isOnBadge = m_pressedBadge.isValid() && m_pressedBadge == badgeAt(position);
    const bool isClick = cell.isValid() && cell == m_pressed;
    if (!endPress() && isClick)
        click(cell, isOnBadge, event.modifiers());
    if (isClick && isOnBadge && cell.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Unchecked)
        Q_EMIT badgeUnticked(cell);
    Q_EMIT badgeEntered(badgeAt(position));
}

bool CellClicks::endPress()
{
    m_pressed = QModelIndex();
    m_pressedBadge = QModelIndex();
    m_pressedPicture.reset();
    const bool wasBand = m_band->release();
    if (wasBand)
        Q_EMIT ticked();
    return wasBand;
}

// On a badge and with a key it counts as two clicks, which leave the tick as it was.
void CellClicks::doubleClick(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    const QModelIndex cell = m_view.indexAt(position);
    if (!cell.isValid() || badgeAt(position).isValid() || event.modifiers() != Qt::NoModifier)
        return press(event);
    Q_EMIT opened(cell);
}

// The view gets no release of the button after a drag. The receiver may destroy this object.
void CellClicks::drag()
{
    const QModelIndex cell = m_pressed;
    m_pressed = QModelIndex();
    m_pressedPicture.reset();
    if (cell.isValid())
        Q_EMIT dragged(cell);
}

void CellClicks::click(const QModelIndex &cell, bool isOnBadge, Qt::KeyboardModifiers modifiers)
{
    if (isOnBadge || modifiers.testAnyFlags(Qt::ControlModifier | Qt::ShiftModifier))
        return toggleOrTickRange(cell, modifiers);
    m_anchor = cell;
}

void CellClicks::toggle(const QModelIndex &cell)
{
    const bool isTicked = cell.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    m_anchor = cell;
    m_view.model()->setData(cell, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    Q_EMIT ticked();
}

void CellClicks::toggleOrTickRange(const QModelIndex &cell, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ShiftModifier) && m_anchor.isValid())
        tickRange(cell);
    else
        toggle(cell);
}

void CellClicks::tickRange(const QModelIndex &to)
{
    QAbstractItemModel *model = m_view.model();
    const auto [first, last] = std::minmax({m_anchor.row(), to.row()});
    for (int row = first; row <= last; ++row)
        model->setData(model->index(row, 0), Qt::Checked, Qt::CheckStateRole);
    Q_EMIT ticked();
}

QModelIndex CellClicks::badgeAt(const QPoint &position) const
{
    const QModelIndex cell = m_view.indexAt(position);
    const bool isOnBadge
        = cell.isValid() && m_delegate.metrics().badgeTarget(m_view.visualRect(cell)).contains(position);
    return isOnBadge ? cell : QModelIndex();
}

// The place of the picture, not its outline: a flag with a hole can be taken anywhere.
bool CellClicks::isOnPicture(const QPoint &position) const
{
    const QModelIndex cell = m_view.indexAt(position);
    return cell.isValid() && !badgeAt(position).isValid()
        && !cell.data(Qt::DecorationRole).value<QPixmap>().isNull()
        && m_delegate.metrics().pictureArea(m_view.visualRect(cell)).contains(position);
}
