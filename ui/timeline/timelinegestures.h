#pragma once

#include <QObject>
#include <QPoint>
#include <QPointer>

#include <optional>

class QAbstractScrollArea;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;
class QWidget;

/// Turns what mouse and keyboard do in a timeline into gestures. The wheel without Ctrl stays with the scroll
/// bars. Owned by the view.
class TimelineGestures final : public QObject
{
    Q_OBJECT

public:
    /// To another row.
    enum class Step {
        Up,
        Down,
        PageUp,
        PageDown,
        First,
        Last
    };
    Q_ENUM(Step)

    static constexpr double zoomStep = 1.25; ///< of a key or a notch of the wheel

    /// `view` becomes the parent.
    explicit TimelineGestures(QAbstractScrollArea &view);
    Q_DISABLE_COPY_MOVE(TimelineGestures)

    /// The row that a step leads to, which may be outside of the view. `last` is the last row, and a page has
    /// `page` rows.
    [[nodiscard]] static int rowAfter(Step step, std::optional<int> current, int last, int page);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    // Points are in the viewport.
    void zoomed(double factor, const QPoint &centre);
    void fitRequested();
    void dragged(const QPoint &distance);
    void clicked(const QPoint &point);
    void stepped(TimelineGestures::Step step);
    void activated();
    /// The mouse is there, without a button. Outside of the viewport if it has left.
    void pointed(const QPoint &point);

private:
    bool key(const QKeyEvent &event);
    bool step(const QKeyEvent &event);
    bool wheel(const QWheelEvent &event);
    bool move(const QMouseEvent &event);
    bool release(const QMouseEvent &event);

    QAbstractScrollArea &m_view;
    const QPointer<QWidget> m_viewport; // a view that is being destroyed still loses the focus, but has none
    std::optional<QPoint> m_pressed; // the left button, since the latest dragged()
    bool m_isDrag = false;
};
