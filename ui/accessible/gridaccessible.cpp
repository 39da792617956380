#include "ui/accessible/gridaccessible.h"

#include "ui/accessible/cellaccessible.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"

#include <utility>

namespace {

QString codeOf(const QModelIndex &index)
{
    return index.data(FlagModel::CodeRole).toString();
}

QString nameOf(const QModelIndex &index)
{
    return index.data(Qt::AccessibleTextRole).toString();
}

bool hasTick(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
}

/// Whether a download of the flag has ended.
bool isFinal(const QModelIndex &index)
{
    switch (index.data(FlagModel::StateRole).value<FlagState>()) {
    case FlagState::NotAsked:
    case FlagState::Waiting:
    case FlagState::OnHold:
    case FlagState::Downloading:
        return false;
    case FlagState::Saved:
    case FlagState::Fetched:
    case FlagState::Unchanged:
    case FlagState::Skipped:
    case FlagState::NotFound:
    case FlagState::Failed:
    case FlagState::Cancelled:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace

FlagGridAccessible::FlagGridAccessible(FlagGrid *grid)
    : QAccessibleWidget(grid, QAccessible::List)
    , m_grid(*grid)
{
    remember(0, rowCount() - 1);
    followSelection();
}

FlagGridAccessible::~FlagGridAccessible()
{
    QObject::disconnect(m_following);
    forgetCells();
}

QAccessibleInterface *FlagGridAccessible::child(int row) const
{
    const QModelIndex index
        = m_grid.model() == nullptr ? QModelIndex() : m_grid.model()->index(row, 0, m_grid.rootIndex());
    if (!index.isValid())
        return nullptr;
    if (const auto found = m_cells.constFind(index); found != m_cells.cend())
        return QAccessible::accessibleInterface(*found);
    auto *cell = new FlagCellAccessible(m_grid, index);
    m_cells.insert(index, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

int FlagGridAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cell = dynamic_cast<const FlagCellAccessible *>(child);
    return cell == nullptr || !cell->isValid() ? -1 : cell->index().row();
}

QAccessibleInterface *FlagGridAccessible::childAt(int x, int y) const
{
    const QModelIndex index = m_grid.indexAt(m_grid.viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? child(index.row()) : nullptr;
}

QAccessibleInterface *FlagGridAccessible::focusChild() const
{
    return m_grid.hasFocus() && m_grid.currentIndex().isValid() ? child(m_grid.currentIndex().row())
                                                                : nullptr;
}

QAccessible::State FlagGridAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = true;
    return state;
}

void *FlagGridAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (type == QAccessible::SelectionInterface)
        return static_cast<QAccessibleSelectionInterface *>(this);
#endif
    return QAccessibleWidget::interface_cast(type);
}

int FlagGridAccessible::rowCount() const
{
    return m_grid.model() == nullptr ? 0 : m_grid.model()->rowCount(m_grid.rootIndex());
}

QAccessibleInterface *FlagGridAccessible::cellAt(int row, int column) const
{
    return column == 0 ? child(row) : nullptr;
}

QList<QAccessibleInterface *> FlagGridAccessible::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    const QList<int> rows = selectedRows();
    for (const int row : rows)
        cells.append(child(row));
    return cells;
}

QList<int> FlagGridAccessible::selectedRows() const
{
    QList<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (isRowSelected(row))
            rows.append(row);
    }
    return rows;
}

bool FlagGridAccessible::isRowSelected(int row) const
{
    return row >= 0 && row < rowCount() && hasTick(m_grid.model()->index(row, 0));
}

// One step to undo, as by the mouse or the keyboard.
bool FlagGridAccessible::setTicked(int first, int last, bool isTicked)
{
    if (first < 0 || first > last || last >= rowCount())
        return false;
    bool isDone = true;
    for (int row = first; row <= last; ++row) {
        const QModelIndex cell = m_grid.model()->index(row, 0);
        isDone = m_grid.model()->setData(cell, isTicked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole)
            && isDone;
    }
    Q_EMIT m_grid.ticked();
    return isDone;
}

void FlagGridAccessible::modelChange(QAccessibleTableModelChangeEvent *event)
{
    switch (event->modelChangeType()) {
    case QAccessibleTableModelChangeEvent::DataChanged:
        return reportChanges(event->firstRow(), event->lastRow());
    case QAccessibleTableModelChangeEvent::RowsInserted:
        return remember(event->firstRow(), event->lastRow());
    case QAccessibleTableModelChangeEvent::RowsRemoved:
        return forgetRemovedCells();
    case QAccessibleTableModelChangeEvent::ModelReset:
        forgetRemovedCells(); // Qt also reports a new order of the rows as a reset
        followSelection();
        return remember(0, rowCount() - 1);
    case QAccessibleTableModelChangeEvent::ColumnsInserted:
    case QAccessibleTableModelChangeEvent::ColumnsRemoved:
        return;
    }
}

void FlagGridAccessible::reportChanges(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_grid.model()->index(row, 0);
        reportTick(index, first == last);
        reportState(index);
    }
}

// Of many ticks at once, only cells that a screen reader has seen are reported.
void FlagGridAccessible::reportTick(const QModelIndex &index, bool isOnly)
{
    const QString code = codeOf(index);
    if (hasTick(index) == m_ticked.contains(code))
        return;
    if (hasTick(index))
        m_ticked.insert(code);
    else
        m_ticked.remove(code);
    if (!isOnly && !m_cells.contains(index))
        return;
    QAccessible::State changed;
    changed.checked = true;
    changed.selected = true;
    QAccessibleStateChangeEvent event(child(index.row()), changed);
    QAccessible::updateAccessibility(&event);
}

void FlagGridAccessible::reportState(const QModelIndex &index)
{
    const bool isInView
        = m_grid.isVisible() && m_grid.visualRect(index).intersects(m_grid.viewport()->rect());
    if (index == m_grid.currentIndex() || (isInView && isFinal(index)))
        reportName(index);
}

void FlagGridAccessible::reportName(const QModelIndex &index)
{
    const QString name = nameOf(index);
    QString &reported = m_names[codeOf(index)];
    if (name == std::exchange(reported, name))
        return;
    QAccessibleEvent event(child(index.row()), QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

// The view may have got its model after this object was created.
void FlagGridAccessible::followSelection()
{
    if (m_selection == m_grid.selectionModel())
        return;
    QObject::disconnect(m_following);
    m_selection = m_grid.selectionModel();
    m_following = QObject::connect(m_selection, &QItemSelectionModel::currentChanged, &m_grid,
        [this](const QModelIndex &current) { onCurrentChanged(current); });
}

// A screen reader may have stored the name that the cell had when it was last reported.
void FlagGridAccessible::onCurrentChanged(const QModelIndex &current)
{
    if (QAccessible::isActive() && current.isValid())
        reportName(current);
}

void FlagGridAccessible::remember(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_grid.model()->index(row, 0);
        const QString code = codeOf(index);
        m_names.insert(code, nameOf(index));
        if (hasTick(index))
            m_ticked.insert(code);
        else
            m_ticked.remove(code);
    }
}

void FlagGridAccessible::forgetCells()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
    m_cells.clear();
}

void FlagGridAccessible::forgetRemovedCells()
{
    m_cells.removeIf([this](auto cell) {
        const bool isRemoved = !cell.key().isValid() || cell.key().model() != m_grid.model();
        if (isRemoved)
            QAccessible::deleteAccessibleInterface(cell.value());
        return isRemoved;
    });
}
