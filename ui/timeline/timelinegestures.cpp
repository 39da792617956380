#include "ui/timeline/timelinegestures.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QHash>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>
#include <utility>

TimelineGestures::TimelineGestures(QAbstractScrollArea &view)
    : QObject(&view)
    , m_view(view)
    , m_viewport(view.viewport())
{
    view.viewport()->setMouseTracking(true);
    view.viewport()->installEventFilter(this);
    view.installEventFilter(this);
}

bool TimelineGestures::eventFilter(QObject *watched, QEvent *event)
{
    const bool isFocus = event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut;
    if (watched == &m_view && isFocus && m_viewport)
        m_viewport->update(); // the ring of the current row
    if (watched == &m_view)
        return event->type() == QEvent::KeyPress && key(*static_cast<QKeyEvent *>(event));
    switch (event->type()) {
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent *>(event));
    case QEvent::MouseButtonPress: {
        const auto *press = static_cast<QMouseEvent *>(event);
        if (press->button() != Qt::LeftButton)
            return false;
        m_pressed = press->position().toPoint();
        m_isDrag = false;
        return true;
    }
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent *>(event));
    case QEvent::Leave:
        Q_EMIT pointed(QPoint(-1, -1));
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool TimelineGestures::key(const QKeyEvent &event)
{
    constexpr auto ofShortcuts = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (event.modifiers().testAnyFlags(ofShortcuts))
        return false;
    const QRect area = m_view.viewport()->rect();
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift on many keyboards
        Q_EMIT zoomed(zoomStep, area.center());
        return true;
    case Qt::Key_Minus:
        Q_EMIT zoomed(1 / zoomStep, area.center());
        return true;
    case Qt::Key_0:
        Q_EMIT fitRequested();
        return true;
    case Qt::Key_Left:
        Q_EMIT dragged({area.width() / 8, 0});
        return true;
    case Qt::Key_Right:
        Q_EMIT dragged({-area.width() / 8, 0});
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activated();
        return true;
    default:
        return step(event);
    }
}

bool TimelineGestures::step(const QKeyEvent &event)
{
    static const QHash<int, Step> steps{{Qt::Key_Up, Step::Up}, {Qt::Key_Down, Step::Down},
        {Qt::Key_PageUp, Step::PageUp}, {Qt::Key_PageDown, Step::PageDown}, {Qt::Key_Home, Step::First},
        {Qt::Key_End, Step::Last}};
    const auto found = steps.constFind(event.key());
    if (found == steps.cend())
        return false;
    Q_EMIT stepped(*found);
    return true;
}

bool TimelineGestures::wheel(const QWheelEvent &event)
{
    constexpr double notch = 120; // of QWheelEvent::angleDelta()
    if (!event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    if (const int turned = event.angleDelta().y(); turned != 0)
        Q_EMIT zoomed(std::pow(zoomStep, turned / notch), event.position().toPoint());
    return true;
}

bool TimelineGestures::move(const QMouseEvent &event)
{
    const QPoint point = event.position().toPoint();
    if (!m_pressed) {
        Q_EMIT pointed(point);
        return true;
    }
    const QPoint distance = point - *m_pressed;
    if (!m_isDrag && distance.manhattanLength() < QApplication::startDragDistance())
        return true;
    m_isDrag = true;
    m_pressed = point;
    m_view.viewport()->setCursor(Qt::ClosedHandCursor);
    Q_EMIT dragged(distance);
    return true;
}

bool TimelineGestures::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || !std::exchange(m_pressed, std::nullopt))
        return false;
    m_view.viewport()->unsetCursor();
    if (!m_isDrag)
        Q_EMIT clicked(event.position().toPoint());
    return true;
}

int TimelineGestures::rowAfter(Step step, std::optional<int> current, int last, int page)
{
    const bool isUpwards = step == Step::Up || step == Step::PageUp;
    const int from = current.value_or(isUpwards ? last + 1 : -1);
    switch (step) {
    case Step::Up:
        return from - 1;
    case Step::Down:
        return from + 1;
    case Step::PageUp:
        return from - page;
    case Step::PageDown:
        return from + page;
    case Step::First:
        return 0;
    case Step::Last:
        return last;
    }
    Q_UNREACHABLE();
}
