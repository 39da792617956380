#include "ui/look/focuskeeper.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace {

/// A press of Ctrl, as the beginning of a shortcut.
bool isModifier(const QEvent &event)
{
    if (event.type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent &>(event).key();
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta;
}

} // namespace

FocusKeeper::FocusKeeper(QWidget &window, QAbstractScrollArea &view)
    : QObject(&window)
    , m_window(window)
    , m_view(view)
{
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) { follow(now); });
}

bool FocusKeeper::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Hide:
    case QEvent::Show:
    case QEvent::EnabledChange:
        if (watched == m_control && m_window.isVisible())
            onUsabilityChanged();
        break;
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
        if (m_isAway && watched != m_control && !isModifier(*event)) // the view is in use
            watch(&m_view);
        break;
    default:
        break;
    }
    return false;
}

/// `focused` is null while another window is active; the focus in this window is the same then.
void FocusKeeper::follow(QWidget *focused)
{
    const bool isOurs = focused != nullptr && focused->window() == &m_window;
    if (!isOurs || (m_isAway && focused == &m_view))
        return;
    if (m_control && focused != m_control && !m_isAway && !isUsable()) // Qt has moved the focus, not the user
        moveAway();
    else
        watch(focused);
}

void FocusKeeper::watch(QWidget *control)
{
    m_isAway = false;
    if (m_control && m_control != &m_view) // which is watched anyway
        m_control->removeEventFilter(this);
    m_control = control;
    if (m_control != &m_view)
        m_control->installEventFilter(this);
}

void FocusKeeper::onUsabilityChanged()
{
    if (!isUsable())
        moveAway();
    else if (std::exchange(m_isAway, false) && m_window.focusWidget() == &m_view)
        m_control->setFocus();
}

void FocusKeeper::moveAway()
{
    m_isAway = true;
    m_view.setFocus();
}

bool FocusKeeper::isUsable() const
{
    return m_control->isVisible() && m_control->isEnabled();
}
