#include "ui/header/viewmenu.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace {

QString textOf(SortOrder order)
{
    switch (order) {
    case SortOrder::Name:
        return ViewMenu::tr("&Name");
    case SortOrder::Code:
        return ViewMenu::tr("&Code");
    case SortOrder::Continent:
        return ViewMenu::tr("C&ontinent");
    case SortOrder::State:
        return ViewMenu::tr("&State (failures first)");
    case SortOrder::Arrival:
        return ViewMenu::tr("&Arrival (latest first)");
    }
    Q_UNREACHABLE();
}

} // namespace

ViewMenu::ViewMenu(QWidget *parent)
    : QMenu(tr("&View"), parent)
{
    addOrders();
    setOrder(SortOrder::Name);
    m_grouping = addAction(tr("&Group by continent"));
    m_grouping->setObjectName("grouping"_L1);
    m_grouping->setCheckable(true);
    m_grouping->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    connect(m_grouping, &QAction::triggered, this, &ViewMenu::groupingChosen);
}

void ViewMenu::setOrder(SortOrder order)
{
    m_actionOfOrder.value(order)->setChecked(true);
}

void ViewMenu::setGrouped(bool grouped)
{
    m_grouping->setChecked(grouped);
}

// Ctrl+1 to Ctrl+5, in the order of the entries.
void ViewMenu::addOrders()
{
    QMenu *menu = addMenu(tr("&Sort by"));
    auto *group = new QActionGroup(menu);
    for (const SortOrder order : sortOrders) {
        QAction *action = menu->addAction(textOf(order), this, [this, order] { Q_EMIT orderChosen(order); });
        action->setObjectName(sortOrderWord(order));
        action->setCheckable(true);
        action->setShortcut(
            QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(order))));
        group->addAction(action);
        m_actionOfOrder.insert(order, action);
    }
}
