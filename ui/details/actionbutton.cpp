#include "ui/details/actionbutton.h"

#include "ui/look/keys.h"

#include <QAction>

ActionButton::ActionButton(QAction *action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    connect(action, &QAction::changed, this, &ActionButton::showAction);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    showAction();
}

void ActionButton::showAction()
{
    setText(withoutMnemonic(m_action->text())); // QAction::iconText() would keep the "(U)" of Chinese texts
    setToolTip(m_action->toolTip());
    setEnabled(m_action->isEnabled());
}
