#include "ui/header/selectionsdialog.h"

#include "ui/look/cellmetrics.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int codesRole = Qt::UserRole;
} // namespace

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
    m_rename->setToolTip(tr("Write another name over this one (F2)"));
    m_remove->setToolTip(tr("Take this one out of the list (Delete)"));
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
