#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class FlagDelegate;
class QAbstractItemView;
class QMouseEvent;
class TickBand;

/// What a mouse and the space bar do to the cells of a view. A click on the badge of a cell, or with Ctrl on
/// any part of it, toggles its tick; a click elsewhere only makes the cell the current one; with Shift it
/// ticks all cells from the anchor, which is the cell that was clicked or toggled last. A rubber band adds
/// ticks. A double click beside the badge emits opened() and changes no tick. Owned by FlagGrid.
class CellClicks final : public QObject
{
    Q_OBJECT

public:
    /// `view` owns this object and shows its cells with `delegate`.
    CellClicks(QAbstractItemView &view, const FlagDelegate &delegate);
    Q_DISABLE_COPY_MOVE(CellClicks)

    // For the left button only.
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);

    void toggle(const QModelIndex &cell);
    /// What Space does.
    void toggleOrTickRange(const QModelIndex &cell, Qt::KeyboardModifiers modifiers);

Q_SIGNALS:
    /// After each change of ticks; after a rubber band or a range once.
    void ticked();
    void opened(const QModelIndex &cell);
    /// The mouse is on the badge of another cell. Invalid: on none.
    void badgeEntered(const QModelIndex &cell);

private:
    [[nodiscard]] QModelIndex badgeAt(const QPoint &position) const;
    void click(const QModelIndex &cell, bool isOnBadge, Qt::KeyboardModifiers modifiers);
    void tickRange(const QModelIndex &to);

    QAbstractItemView &m_view;
    const FlagDelegate &m_delegate;
    TickBand *m_band;
    QPersistentModelIndex m_pressed;
    QPersistentModelIndex m_pressedBadge;
    QPersistentModelIndex m_anchor;
};
