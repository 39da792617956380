#include "ui/look/steadybutton.h"

SteadyButton::SteadyButton(const QString &text, const QString &toolTip, QWidget *parent)
    : QPushButton(text, parent)
{
    setToolTip(toolTip);
    setAutoDefault(false);
}

void SteadyButton::setAvailable(bool available)
{
    m_isAvailable = available;
    // Not hasFocus(): the focus also returns here when the window becomes active again.
    setEnabled(available || window()->focusWidget() == this);
}

void SteadyButton::focusOutEvent(QFocusEvent *event)
{
    QPushButton::focusOutEvent(event);
    setAvailable(m_isAvailable);
}
