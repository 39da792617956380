#pragma once

#include "ui/grid/flagorder.h"

#include <QHash>
#include <QMenu>

/// The menu View, with the order and the grouping of the grid. Emits orderChosen() for every choice, also of
/// the order that is chosen already: it sorts again. Owned by the window.
class ViewMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit ViewMenu(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ViewMenu)

    /// Marks an order as the chosen one. Emits no signal.
    void setOrder(SortOrder order);
    /// Emits no signal.
    void setGrouped(bool grouped);

Q_SIGNALS:
    void orderChosen(SortOrder order);
    void groupingChosen(bool isGrouped);

private:
    void addOrders();

    QHash<SortOrder, QAction *> m_actionOfOrder;
    QAction *m_grouping;
};
