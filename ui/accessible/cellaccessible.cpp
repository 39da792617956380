#include "ui/accessible/cellaccessible.h"

#include "ui/grid/flaggrid.h"

#include <QKeySequence>
#include <QWindow>

FlagCellAccessible::FlagCellAccessible(FlagGrid &grid, const QModelIndex &index)
    : m_grid(grid)
    , m_index(index)
{
}

bool FlagCellAccessible::isValid() const
{
    return m_index.isValid() && m_index.model() == m_grid.model();
}

QWindow *FlagCellAccessible::window() const
{
    return m_grid.window()->windowHandle();
}

QAccessibleInterface *FlagCellAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(&m_grid);
}

QString FlagCellAccessible::text(QAccessible::Text type) const
{
    switch (type) {
    case QAccessible::Name:
        return m_index.data(Qt::AccessibleTextRole).toString();
    case QAccessible::Description:
        return m_index.data(Qt::ToolTipRole).toString();
    default:
        return {};
    }
}

QRect FlagCellAccessible::rect() const
{
    const QRect inViewport = m_grid.visualRect(m_index);
    return {m_grid.viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
}

QAccessible::State FlagCellAccessible::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (state.invalid)
        return state;
    const bool isInView = m_grid.visualRect(m_index).intersects(m_grid.viewport()->rect());
    state.invisible = !m_grid.isVisible();
    state.offscreen = !isInView;
    state.disabled = !m_grid.isEnabled();
    state.checkable = true;
    state.checked = isSelected();
    state.selectable = true;
    state.selected = isSelected();
    state.focusable = true;
    state.focused = m_grid.hasFocus() && m_grid.currentIndex() == m_index;
    return state;
}

void *FlagCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    switch (type) {
    case QAccessible::TableCellInterface:
        return static_cast<QAccessibleTableCellInterface *>(this);
    case QAccessible::ActionInterface:
        return static_cast<QAccessibleActionInterface *>(this);
    default:
        return nullptr;
    }
}

bool FlagCellAccessible::isSelected() const
{
    return m_index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
}

QStringList FlagCellAccessible::actionNames() const
{
    return {toggleAction(), showMenuAction(), setFocusAction()};
}

void FlagCellAccessible::doAction(const QString &name)
{
    if (!isValid())
        return;
    if (name == toggleAction()) {
        m_grid.toggle(m_index);
    } else if (name == setFocusAction()) {
        makeCurrent();
    } else if (name == showMenuAction()) {
        makeCurrent();
        Q_EMIT m_grid.menuRequested(m_index, rect().bottomLeft());
    }
}

QStringList FlagCellAccessible::keyBindingsForAction(const QString &name) const
{
    if (name == toggleAction())
        return {QKeySequence(Qt::Key_Space).toString()};
    if (name == showMenuAction())
        return {QKeySequence(Qt::SHIFT | Qt::Key_F10).toString()};
    return {};
}

void FlagCellAccessible::makeCurrent()
{
    m_grid.setFocus(Qt::OtherFocusReason);
    m_grid.setCurrentIndex(m_index);
    m_grid.scrollTo(m_index);
}
