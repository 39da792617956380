#pragma once

#include <QDialog>
#include <QPixmap>

class FlagModel;
class QStandardItem;
class QStandardItemModel;
class QTableView;

/// Shows the old and the new pictures of changed flags side by side. Copies the pictures, so that later
/// changes of the model do not affect it.
class ChangesWindow final : public QDialog
{
    Q_OBJECT

public:
    /// Copies the changed flags of `model`.
    ChangesWindow(const FlagModel &model, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ChangesWindow)

private:
    void add(const QModelIndex &cell);
    [[nodiscard]] QStandardItem *pictureItem(
        const QPixmap &picture, const QString &otherwise, const QString &accessibleText) const;
    [[nodiscard]] QPixmap fitted(const QPixmap &picture) const;

    QStandardItemModel *m_model;
    QTableView *m_table;
};
