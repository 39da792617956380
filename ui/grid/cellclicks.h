#pragma once

#include <QObject>
#include <QPersistentModelIndex>
#include <QPoint>

#include <optional>

class FlagDelegate;
class QAbstractItemView;
class QMouseEvent;
class TickBand;

/// What a mouse and the space bar do to the cells of a view. A click on the badge of a cell, or with Ctrl on
/// any part of it, toggles its tick; a click elsewhere only makes the cell the current one; with Shift it
/// ticks all cells from the anchor, which is the cell that was clicked or toggled last. Moving the mouse
/// while the button is down drags a picture, if it was pressed on one and without a key; otherwise it draws a
/// rubber band, which adds ticks. A double click beside the badge emits opened() and changes no tick. Owned
/// by FlagGrid.
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
    /// The user begins to drag the picture of this cell. The receiver may wait for the end of the drag.
    void dragged(const QModelIndex &cell);
    /// A click on the badge of a cell has removed its tick. The mouse is still there.
    void badgeUnticked(const QModelIndex &cell);
    /// The mouse is on the badge of another cell. Invalid: on none.
    void badgeEntered(const QModelIndex &cell);

private:
    /// Returns whether a rubber band was drawn, whose ticks stay.
    bool endPress();
    [[nodiscard]] QModelIndex badgeAt(const QPoint &position) const;
    /// Whether a drag from this position takes the picture of the cell along.
    [[nodiscard]] bool isOnPicture(const QPoint &position) const;
    void drag();
    void click(const QModelIndex &cell, bool isOnBadge, Qt::KeyboardModifiers modifiers);
    void tickRange(const QModelIndex &to);

    QAbstractItemView &m_view;
    const FlagDelegate &m_delegate;
    TickBand *m_band;
    QPersistentModelIndex m_pressed;
    QPersistentModelIndex m_pressedBadge;
    std::optional<QPoint> m_pressedPicture; // the position, while it can become a drag
    QPersistentModelIndex m_anchor;
};
