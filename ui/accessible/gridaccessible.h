#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QSet>

class FlagGrid;

/// The grid as screen readers see it: a list with one checkable item for each country. The tick is the
/// selection. Qt's own class for views reports no ticks, and no selection for a view with its own ticks.
///
/// A tick of one country is reported at once. A flag that arrives or fails is reported for the current cell
/// and for cells in view, once; the states in between only for the current cell. So a batch of 250 flags
/// never floods a screen reader. Its end is announced by the footer. Created and owned by QAccessible.
class FlagGridAccessible final : public QAccessibleWidget,
                                 public QAccessibleTableInterface
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    ,
                                 public QAccessibleSelectionInterface
#endif
{
public:
    explicit FlagGridAccessible(FlagGrid *grid);
    ~FlagGridAccessible() override;
    Q_DISABLE_COPY_MOVE(FlagGridAccessible)

    [[nodiscard]] int childCount() const override { return rowCount(); }
    [[nodiscard]] QAccessibleInterface *child(int row) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override;

    // QAccessibleTableInterface: one column.
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] int columnCount() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QString columnDescription(int) const override { return {}; }
    [[nodiscard]] QString rowDescription(int) const override { return {}; }
    [[nodiscard]] int selectedCellCount() const override { return int(selectedRows().size()); }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return selectedCellCount(); }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override;
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override;
    bool selectRow(int row) override { return setTicked(row, row, true); }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override { return setTicked(row, row, false); }
    bool unselectColumn(int) override { return false; }
    /// Called for every change of the model, see QAccessible::updateAccessibility().
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    [[nodiscard]] int selectedItemCount() const override
    {
        return selectedCellCount();
    }
    [[nodiscard]] QList<QAccessibleInterface *> selectedItems() const override
    {
        return selectedCells();
    }
    bool select(QAccessibleInterface *child) override
    {
        return selectRow(indexOfChild(child));
    }
    bool unselect(QAccessibleInterface *child) override
    {
        return unselectRow(indexOfChild(child));
    }
    bool selectAll() override
    {
        return setAllTicked(true);
    }
    bool clear() override
    {
        return setAllTicked(false);
    }
#endif

private:
    bool setTicked(int first, int last, bool isTicked);
    bool setAllTicked(bool isTicked)
    {
        return setTicked(0, rowCount() - 1, isTicked);
    }
    void reportChanges(int first, int last);
    void reportTick(const QModelIndex &index, bool isOnly);
    void reportState(const QModelIndex &index);
    void reportName(const QModelIndex &index);
    void followSelection();
    void onCurrentChanged(const QModelIndex &current);
    void remember(int first, int last);
    void forgetCells();
    void forgetRemovedCells();

    FlagGrid &m_grid;
    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_cells; // those that were requested
    QSet<QString> m_ticked; // codes, as reported
    QHash<QString, QString> m_names; // by code, as reported
    QPointer<QItemSelectionModel> m_selection;
    QMetaObject::Connection m_following;
};
