#include "ui/header/editmenu.h"

#include "ui/grid/tickhistory.h"
#include "ui/header/selectmenu.h"

using namespace Qt::StringLiterals;

namespace {

QString escaped(const QString &step)
{
    return QString(step).replace(u'&', "&&"_L1);
}

} // namespace

EditMenu::EditMenu(TickHistory &history, SelectMenu *select, QWidget *parent)
    : QMenu(tr("&Edit"), parent)
    , m_undo(addAction(QString(), &history, &TickHistory::undo))
    , m_redo(addAction(QString(), &history, &TickHistory::redo))
{
    m_undo->setObjectName("undo"_L1);
    m_redo->setObjectName("redo"_L1);
    m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    addSeparator();
    addMenu(select);

    const QUndoStack &steps = history.steps();
    connect(&steps, &QUndoStack::undoTextChanged, this, &EditMenu::updateUndo);
    connect(&steps, &QUndoStack::redoTextChanged, this, &EditMenu::updateRedo);
    updateUndo(steps.undoText());
    updateRedo(steps.redoText());
}

void EditMenu::updateUndo(const QString &step)
{
    m_undo->setText(step.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(escaped(step)));
    m_undo->setEnabled(!step.isEmpty());
}

void EditMenu::updateRedo(const QString &step)
{
    m_redo->setText(step.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(escaped(step)));
    m_redo->setEnabled(!step.isEmpty());
}
