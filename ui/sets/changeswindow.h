#pragma once

#include <QDialog>
#include <QPixmap>

class FlagModel;
class QStandardItemModel;
class QTableView;

/// Shows changed flags as they were and as they are, side by side. Keeps what it shows, whatever becomes of
/// the grid meanwhile.
class ChangesWindow final : public QDialog
{
    Q_OBJECT

public:
    /// With those of the model that have changed.
    ChangesWindow(const FlagModel &model, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ChangesWindow)

private:
    void add(const QModelIndex &cell);
    [[nodiscard]] QPixmap fitted(const QPixmap &picture) const;

    QStandardItemModel *m_model;
    QTableView *m_table;
};
