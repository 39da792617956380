#pragma once

#include <QDialog>
#include <QImage>
#include <QList>
#include <QPixmap>

class QStandardItemModel;
class QTableView;

/// A flag that an update has changed.
struct ChangedFlag
{
    QString country; ///< name and code
    QImage before; ///< null if it could not be read
    QPixmap now;
};

/// Shows changed flags as they were and as they are, side by side. Keeps what it shows, whatever becomes of
/// the grid meanwhile.
class ChangesWindow final : public QDialog
{
    Q_OBJECT

public:
    ChangesWindow(const QList<ChangedFlag> &flags, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ChangesWindow)

private:
    void add(const ChangedFlag &flag);
    [[nodiscard]] QPixmap fitted(const QPixmap &picture) const;

    QStandardItemModel *m_model;
    QTableView *m_table;
};
