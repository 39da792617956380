#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QPersistentModelIndex>
#include <QPoint>
#include <QRect>
#include <QSet>

class QAbstractItemView;
class QRubberBand;

/// The rubber band of a view of checkable cells: ticks what it touches, unticks again what it leaves, and
/// scrolls when it is drawn beyond an edge. Cells that were ticked before stay ticked.
class TickBand final : public QObject
{
    Q_OBJECT

public:
    /// `view` scrolls by pixels, owns this object, and passes on its mouse in viewport coordinates.
    explicit TickBand(QAbstractItemView &view);
    Q_DISABLE_COPY_MOVE(TickBand)

    void press(const QPoint &position);
    void move(const QPoint &position);
    /// Whether a band was drawn since the button was pressed: then this was no click.
    bool release();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    [[nodiscard]] QPoint scrolled() const;
    [[nodiscard]] QRect inViewport() const;
    [[nodiscard]] int overshoot() const;
    void update();
    void tickTouched(const QRect &band);

    QAbstractItemView &m_view;
    QRubberBand *m_band;
    QBasicTimer m_autoScroll;
    QPoint m_origin; // on the scrolled contents
    QPoint m_mouse; // in the viewport
    bool m_pressed = false;
    QSet<QPersistentModelIndex> m_added;
};
