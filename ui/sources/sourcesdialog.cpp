#include "ui/sources/sourcesdialog.h"

#include "app/sources/picturechoice.h"
#include "ui/look/cellmetrics.h"
#include "ui/sources/sourcechecks.h"
#include "ui/sources/sourceeditor.h"
#include "ui/sources/sourceregistry.h"

#include <QDialogButtonBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize defaultSize{760, 560}; // device-independent pixels

QPushButton *button(const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text);
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    return button;
}

} // namespace

SourcesDialog::SourcesDialog(SourceRegistry &registry, const Catalogue &catalogue, BuiltinServers &servers,
    const TransferSettings &transfer, QWidget *parent)
    : QDialog(parent)
    , m_registry(registry)
    , m_list(new QListWidget)
    , m_copy(button(tr("Cop&y"), tr("Add a source that starts as a copy of this one")))
    , m_remove(button(tr("Remo&ve"), tr("Remove this source from your file")))
    , m_save(button(tr("&Save"), tr("Save this source in your file")))
    , m_editor(new SourceEditor)
    , m_test(new SourceTest(catalogue, servers, transfer))
    , m_note(new QLabel)
{
    setWindowTitle(tr("Sources"));
    resize(defaultSize);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);

    auto *sides = new QHBoxLayout(this);
    sides->setSpacing(2 * CellMetrics::unit);
    sides->addWidget(listSide());
    sides->addWidget(sourceSide(buttons), 1);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &SourcesDialog::showChosen);
    connect(m_copy, &QPushButton::clicked, this, &SourcesDialog::copy);
    connect(m_remove, &QPushButton::clicked, this, &SourcesDialog::remove);
    connect(m_save, &QPushButton::clicked, this, &SourcesDialog::save);
    connect(m_editor, &SourceEditor::edited, this, &SourcesDialog::showEditing);
    connect(&m_registry, &SourceRegistry::changed, this, &SourcesDialog::onChanged);
    connect(&m_registry, &SourceRegistry::notice, m_note, &QLabel::setText);
    connect(&m_registry, &SourceRegistry::error, this, &SourcesDialog::onError);
    listSources();
    m_list->setCurrentRow(0);
}

void SourcesDialog::choose(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id)
            m_list->setCurrentRow(row);
    }
}

QWidget *SourcesDialog::listSide()
{
    auto *add = button(tr("&Add"), tr("Add a source"));
    connect(add, &QPushButton::clicked, this, &SourcesDialog::add);
    m_list->setAccessibleName(tr("Sources"));
    auto *row = new QHBoxLayout;
    row->setSpacing(CellMetrics::unit);
    row->addWidget(add);
    row->addWidget(m_copy);
    row->addWidget(m_remove);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    return side;
}

QWidget *SourcesDialog::sourceSide(QWidget *buttons)
{
    auto *fields = new QScrollArea; // the buttons stay visible on a small screen
    fields->setWidget(m_editor);
    fields->setWidgetResizable(true);
    fields->setFrameShape(QFrame::NoFrame);
    auto *line = new QFrame;
    line->setFrameStyle(QFrame::HLine | QFrame::Sunken);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(fields, 1);
    layout->addWidget(line);
    layout->addWidget(m_test);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    return side;
}

void SourcesDialog::listSources()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const Source &source : m_registry.sources().sources()) {
        const bool isOwn = m_registry.isOwn(source.id);
        auto *item = new QListWidgetItem(isOwn ? tr("%1 (yours)").arg(source.title) : source.title, m_list);
        item->setData(Qt::UserRole, source.id);
        item->setToolTip(pictureText(source));
    }
}

void SourcesDialog::showChosen()
{
    m_isNew = false;
    m_editedId = chosenId();
    m_note->clear();
    m_editor->edit(m_registry.entryOf(m_editedId), takenIds());
    showEditing();
}

void SourcesDialog::showEditing()
{
    const bool isOwn = m_isNew || m_registry.isOwn(m_editedId);
    m_editor->setReadOnly(!isOwn);
    m_remove->setEnabled(!m_isNew && isOwn && !m_isWriting);
    m_copy->setEnabled(!m_isNew && !m_editedId.isEmpty());
    m_save->setEnabled(isOwn && !m_isWriting && m_editor->source()
        && (m_isNew || m_editor->entry() != m_registry.entryOf(m_editedId)));
    m_test->setSource(m_editor->source());
}

void SourcesDialog::add()
{
    beginNew({});
}

void SourcesDialog::copy()
{
    QJsonObject entry = m_registry.entryOf(m_editedId);
    const QString id = entry.value("id"_L1).toString();
    QString free = id + u"-copy"_s;
    for (int number = 2; takenIds().contains(free, Qt::CaseInsensitive); ++number)
        free = u"%1-copy-%2"_s.arg(id, QString::number(number));
    entry.insert(u"id"_s, free);
    entry.insert(u"title"_s, tr("%1, a copy").arg(entry.value("title"_L1).toString(id)));
    beginNew(entry);
}

void SourcesDialog::beginNew(const QJsonObject &entry)
{
    {
        const QSignalBlocker blocker(m_list);
        m_list->setCurrentRow(-1);
    }
    m_isNew = true;
    m_editedId.clear();
    m_editor->edit(entry, takenIds());
    m_note->setText(tr("This source is new. Press Save to keep it."));
    showEditing();
    m_editor->setFocus();
}

void SourcesDialog::remove()
{
    change({}, {});
}

void SourcesDialog::save()
{
    change(m_editor->entry(), m_editor->source()->id);
}

// Keeps m_editedId until the change is written, because the write can fail.
void SourcesDialog::change(const QJsonObject &entry, const QString &nextId)
{
    m_nextId = nextId;
    m_isWriting = true;
    showEditing();
    m_registry.change({.replacedId = m_editedId, .entry = entry});
}

void SourcesDialog::onChanged()
{
    const QString id = m_nextId;
    m_isWriting = false;
    listSources();
    m_list->setCurrentRow(-1);
    choose(id);
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void SourcesDialog::onError(const QString &text)
{
    m_isWriting = false;
    showEditing();
    m_note->setText(text);
}

QString SourcesDialog::chosenId() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

QStringList SourcesDialog::takenIds() const
{
    QStringList ids;
    for (const Source &source : m_registry.sources().sources()) {
        if (source.id != m_editedId && m_registry.isOwn(source.id))
            ids.append(source.id);
    }
    return ids;
}
