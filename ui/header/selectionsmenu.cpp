#include "ui/header/selectionsmenu.h"

#include "ui/grid/flagmodel.h"
#include "ui/header/selectionsdialog.h"

#include <QInputDialog>

using namespace Qt::StringLiterals;

SelectionsMenu::SelectionsMenu(FlagModel &model, QWidget *parent)
    : QMenu(tr("&Saved selections"), parent)
    , m_model(model)
{
    connect(this, &QMenu::aboutToShow, this, &SelectionsMenu::fill);
    fill();
}

void SelectionsMenu::fill()
{
    clear();
    const QList<SavedSelection> selections = loadSelections();
    for (const SavedSelection &selection : selections) {
        const QString name = QString(selection.name).replace(u'&', "&&"_L1);
        addAction(tr("%1 (%n countries)", nullptr, static_cast<int>(selection.codes.size())).arg(name), this,
            [this, selection] { m_model.setTicked(selection.codes); });
    }
    addSeparator();
    QAction *save = addAction(tr("&Save what is ticked..."), this, &SelectionsMenu::askForName);
    save->setEnabled(m_model.counts().of(FlagCategory::Ticked) > 0);
    addAction(tr("&Rename or remove..."), this, &SelectionsMenu::manage)->setEnabled(!selections.isEmpty());
}

void SelectionsMenu::askForName()
{
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save selection"));
    dialog->setLabelText(tr("Save the ticked countries as (a selection of this name is replaced):"));
    dialog->setOkButtonText(tr("Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, &SelectionsMenu::save);
    dialog->open();
}

void SelectionsMenu::save(const QString &name)
{
    const QString kept = name.trimmed();
    if (kept.isEmpty())
        return;
    storeSelections(withSelection(loadSelections(), {kept, m_model.codesIn(FlagCategory::Ticked)}));
    Q_EMIT notice(tr("Saved as “%1”. Select > Saved selections ticks it again.").arg(kept));
}

void SelectionsMenu::manage()
{
    auto *dialog = new SelectionsDialog(loadSelections(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [dialog] { storeSelections(dialog->selections()); });
    dialog->open();
}
