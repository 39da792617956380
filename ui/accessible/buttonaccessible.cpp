#include "ui/accessible/buttonaccessible.h"

#include "ui/look/keys.h"

#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace {

/// The text of the button instead of what QAccessibleWidget knows.
QString textOf(const QAbstractButton &button, QAccessible::Text type, const QString &otherwise)
{
    if (type == QAccessible::Name && otherwise.isEmpty())
        return withoutMnemonic(button.text());
    if (type == QAccessible::Accelerator)
        return button.shortcut().toString(QKeySequence::NativeText);
    return otherwise;
}

QStringList keysOf(const QAbstractButton &button)
{
    return button.shortcut().isEmpty() ? QStringList() : QStringList{button.shortcut().toString()};
}

} // namespace

ExclusiveButtonAccessible::ExclusiveButtonAccessible(QToolButton *button)
    : QAccessibleWidget(button, QAccessible::RadioButton)
    , m_button(*button)
{
}

QString ExclusiveButtonAccessible::text(QAccessible::Text type) const
{
    return textOf(m_button, type, QAccessibleWidget::text(type));
}

QAccessible::State ExclusiveButtonAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.checkable = true;
    state.checked = m_button.isChecked();
    return state;
}

QStringList ExclusiveButtonAccessible::actionNames() const
{
    return m_button.isEnabled() ? QStringList{toggleAction(), setFocusAction()} : QStringList();
}

void ExclusiveButtonAccessible::doAction(const QString &name)
{
    if (name == toggleAction())
        m_button.click();
    else
        QAccessibleWidget::doAction(name);
}

QStringList ExclusiveButtonAccessible::keyBindingsForAction(const QString &name) const
{
    return name == toggleAction() ? keysOf(m_button) : QStringList();
}

MenuButtonAccessible::MenuButtonAccessible(QPushButton *button)
    : QAccessibleWidget(button, QAccessible::ButtonMenu)
    , m_button(*button)
{
}

int MenuButtonAccessible::childCount() const
{
    return m_button.menu() == nullptr ? 0 : 1;
}

QAccessibleInterface *MenuButtonAccessible::child(int index) const
{
    return index == 0 ? QAccessible::queryAccessibleInterface(m_button.menu()) : nullptr;
}

int MenuButtonAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    return child != nullptr && child->object() == m_button.menu() ? 0 : -1;
}

QString MenuButtonAccessible::text(QAccessible::Text type) const
{
    return textOf(m_button, type, QAccessibleWidget::text(type));
}

QAccessible::State MenuButtonAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.hasPopup = true;
    return state;
}

QStringList MenuButtonAccessible::actionNames() const
{
    return m_button.isEnabled() ? QStringList{showMenuAction(), setFocusAction()} : QStringList();
}

// Not with QPushButton::showMenu(), which returns when the menu is closed: the screen reader would wait for
// it.
void MenuButtonAccessible::doAction(const QString &name)
{
    if (name == showMenuAction())
        m_button.menu()->popup(m_button.mapToGlobal(m_button.rect().bottomLeft()));
    else
        QAccessibleWidget::doAction(name);
}

QStringList MenuButtonAccessible::keyBindingsForAction(const QString &name) const
{
    return name == showMenuAction() ? keysOf(m_button) : QStringList();
}
