#pragma once

#include <QMenu>

class SelectMenu;
class TickHistory;

/// The menu Edit: undo and redo of ticks, with the name of the step, and the Select menu. A text field with
/// the focus keeps Ctrl+Z for its own text. Owned by the window.
class EditMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `history` must outlive the menu. `select` may be the menu of a button as well.
    EditMenu(TickHistory &history, SelectMenu *select, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(EditMenu)

private:
    void updateUndo(const QString &step);
    void updateRedo(const QString &step);

    QAction *m_undo;
    QAction *m_redo;
};
