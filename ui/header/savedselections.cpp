#include "ui/header/savedselections.h"

#include "ui/grid/flagmodel.h"
#include "ui/grid/tickhistory.h"
#include "ui/look/cellmetrics.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto arrayKey = "selections"_L1;
constexpr auto nameKey = "name"_L1;
constexpr auto codesKey = "codes"_L1;

constexpr int codesRole = Qt::UserRole;

} // namespace

QList<SavedSelection> loadSelections()
{
    QSettings settings;
    settings.beginGroup(arrayKey);
    const auto stored = static_cast<int>(settings.childGroups().size());
    settings.endGroup();
    QList<SavedSelection> selections;
    // The size in the file may be any number, and counting to it would take minutes.
    const int count = std::min(settings.beginReadArray(arrayKey), stored);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        selections.append({settings.value(nameKey).toString(), settings.value(codesKey).toStringList()});
    }
    return selections;
}

void storeSelections(const QList<SavedSelection> &selections)
{
    QSettings settings;
    settings.remove(arrayKey);
    settings.beginWriteArray(arrayKey, static_cast<int>(selections.size()));
    for (int i = 0; i < selections.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(nameKey, selections.at(i).name);
        settings.setValue(codesKey, selections.at(i).codes);
    }
}

QList<SavedSelection> withSelection(QList<SavedSelection> selections, const SavedSelection &selection)
{
    const auto same = std::find_if(selections.begin(), selections.end(),
        [&selection](const SavedSelection &each) { return each.name == selection.name; });
    if (same == selections.end())
        selections.append(selection);
    else
        *same = selection;
    return selections;
}

SelectionsDialog::SelectionsDialog(const QList<SavedSelection> &selections, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget)
    , m_rename(new QPushButton(tr("Re&name")))
    , m_remove(new QPushButton(tr("&Remove")))
{
    setWindowTitle(tr("Saved selections"));
    for (const SavedSelection &selection : selections) {
        auto *item = new QListWidgetItem(selection.name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(codesRole, selection.codes);
        item->setToolTip(selection.codes.join(u' '));
    }
    m_list->setAccessibleName(tr("Saved selections"));
    m_list->setCurrentRow(0);
    m_rename->setToolTip(tr("Rename this selection (F2)"));
    m_remove->setToolTip(tr("Remove this selection (Delete)"));
    auto *byKey = new QShortcut(QKeySequence::Delete, m_list);
    byKey->setContext(Qt::WidgetShortcut);

    auto *actions = new QVBoxLayout;
    actions->setSpacing(CellMetrics::unit);
    actions->addWidget(m_rename);
    actions->addWidget(m_remove);
    actions->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(CellMetrics::unit);
    row->addWidget(m_list, 1);
    row->addLayout(actions);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * CellMetrics::unit);
    layout->addLayout(row);
    layout->addWidget(buttons);

    connect(m_rename, &QPushButton::clicked, this, &SelectionsDialog::rename);
    connect(m_remove, &QPushButton::clicked, this, &SelectionsDialog::remove);
    connect(byKey, &QShortcut::activated, this, &SelectionsDialog::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &SelectionsDialog::updateButtons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButtons();
}

QList<SavedSelection> SelectionsDialog::selections() const
{
    QList<SavedSelection> selections;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (const QString name = item->text().trimmed(); !name.isEmpty())
            selections = withSelection(selections, {name, item->data(codesRole).toStringList()});
    }
    return selections;
}

void SelectionsDialog::rename()
{
    m_list->editItem(m_list->currentItem());
}

void SelectionsDialog::remove()
{
    delete m_list->takeItem(m_list->currentRow());
}

void SelectionsDialog::updateButtons()
{
    const bool any = m_list->currentItem() != nullptr;
    m_rename->setEnabled(any);
    m_remove->setEnabled(any);
}

SelectionsMenu::SelectionsMenu(TickHistory &ticks, QWidget *parent)
    : QMenu(tr("&Saved selections"), parent)
    , m_ticks(ticks)
{
    connect(this, &QMenu::aboutToShow, this, &SelectionsMenu::fill);
    fill();
}

void SelectionsMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() keeps submenus
    const QList<SavedSelection> selections = loadSelections();
    for (const SavedSelection &selection : selections)
        add(selection);
    addSeparator();
    QAction *save = addAction(tr("&Save the ticks..."), this, &SelectionsMenu::askForName);
    save->setEnabled(m_ticks.model().counts().of(FlagCategory::Ticked) > 0);
    addAction(tr("&Rename or remove..."), this, &SelectionsMenu::manage)->setEnabled(!selections.isEmpty());
}

void SelectionsMenu::add(const SavedSelection &selection)
{
    const QString name = QString(selection.name).replace(u'&', "&&"_L1);
    QMenu *menu
        = addMenu(tr("%1 (%n countries)", nullptr, static_cast<int>(selection.codes.size())).arg(name));
    menu->addAction(tr("&Tick only these"), this, [this, selection] {
        m_ticks.replace(selection.codes, tr("tick only “%1”", "undo step").arg(selection.name));
    });
    menu->addAction(tr("&Add to the ticks"), this,
        [this, selection] { m_ticks.add(selection.codes, tr("add “%1”", "undo step").arg(selection.name)); });
}

// Not window(): that is the menu itself, and its dialogs would belong to a hidden window.
QWidget *SelectionsMenu::dialogParent() const
{
    QWidget *parent = parentWidget();
    while (qobject_cast<const QMenu *>(parent) != nullptr)
        parent = parent->parentWidget();
    return parent;
}

void SelectionsMenu::askForName()
{
    auto *dialog = new QInputDialog(dialogParent());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save selection"));
    dialog->setLabelText(tr("Save the ticked countries as (a selection of this name is replaced):"));
    dialog->setOkButtonText(tr("Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, &SelectionsMenu::save);
    dialog->open();
}

void SelectionsMenu::save(const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return;
    storeSelections(
        withSelection(loadSelections(), {trimmed, m_ticks.model().codesIn(FlagCategory::Ticked)}));
    Q_EMIT notice(tr("Saved as “%1”. Select > Saved selections ticks it again.").arg(trimmed));
}

void SelectionsMenu::manage()
{
    auto *dialog = new SelectionsDialog(loadSelections(), dialogParent());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [dialog] { storeSelections(dialog->selections()); });
    dialog->open();
}
