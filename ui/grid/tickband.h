#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QPersistentModelIndex>
#include <QPoint>
#include <QRect>
#include <QSet>

class QAbstractItemView;
class QRubberBand;

/// The rubber band of a view of checkable cells. It ticks the cells that it touches and unticks those that it
/// leaves again; cells that were ticked before stay ticked. It scrolls the view when it is drawn past an
/// edge.
class TickBand final : public QObject
{
    Q_OBJECT

public:
    /// `view` owns this object, scrolls by pixels, and passes positions in viewport coordinates.
    explicit TickBand(QAbstractItemView &view);
    Q_DISABLE_COPY_MOVE(TickBand)

    void press(const QPoint &position);
    void move(const QPoint &position);
    /// Ends the band. Returns whether one was drawn; otherwise the press was a click.
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
    QPoint m_origin; // in contents coordinates
    QPoint m_mouse; // in viewport coordinates
    bool m_pressed = false;
    QSet<QPersistentModelIndex> m_added;
};
