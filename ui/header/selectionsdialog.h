#pragma once

#include "ui/header/savedselections.h"

#include <QDialog>

class QListWidget;
class QPushButton;

/// Gives saved selections other names, and removes them. Nothing counts before it is accepted.
class SelectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    SelectionsDialog(const QList<SavedSelection> &selections, QWidget *parent);
    Q_DISABLE_COPY_MOVE(SelectionsDialog)

    /// As they are now; of two with one name the later.
    [[nodiscard]] QList<SavedSelection> selections() const;

private:
    void rename();
    void remove();
    void updateButtons();

    QListWidget *m_list;
    QPushButton *m_rename;
    QPushButton *m_remove;
};
