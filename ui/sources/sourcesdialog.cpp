#include "ui/sources/sourcesdialog.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/steadybutton.h"
#include "ui/look/textwidgets.h"
#include "ui/look/verticalscrollarea.h"
#include "ui/sources/sourcechecks.h"
#include "ui/sources/sourceregistry.h"
#include "ui/sources/unsavedquestion.h"

#include <QDialogButtonBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace {

constexpr QSize defaultSize{860, 720}; // device-independent pixels
constexpr QSize frameSpace{16, 48}; // for the frame and the title of the window

/// A text with the height of `lines` lines reserved.
QLabel *textLabel(int lines)
{
    QLabel *label = wrappingLabel();
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setMinimumHeight(lines * label->fontMetrics().lineSpacing());
    return label;
}

} // namespace

SourcesDialog::SourcesDialog(SourceRegistry &registry, const Catalogue &catalogue, BuiltinServers &servers,
    const TransferSettings &transfer, QWidget *parent)
    : QDialog(parent)
    , m_registry(registry)
    , m_sources(registry)
    , m_writes(registry, m_sources.drafts())
    , m_list(new SourceListView)
    , m_copy(new SteadyButton(tr("Cop&y"), tr("Add a source that starts as a copy of this one")))
    , m_remove(new SteadyButton(tr("Remo&ve"), tr("Remove this source from your file")))
    , m_revert(new SteadyButton(tr("Discard chan&ges"), tr("Show this source as it was saved last")))
    , m_save(new SteadyButton(tr("&Save"), tr("Save this source in your file")))
    , m_editor(new SourceEditor)
    , m_test(new SourceTest(catalogue, servers, transfer))
    , m_about(textLabel(3))
    , m_note(new ProblemText(2))
{
    setWindowTitle(tr("Sources"));
    QLabel *introduction = wrappingLabel(
        tr("A source is where flags come from: this program itself, or a server on the network. "
           "You can add sources of your own, or copy one and change the copy."));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(2 * CellMetrics::unit);
    sides->addWidget(listSide());
    sides->addWidget(sourceSide(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * CellMetrics::unit);
    layout->addWidget(introduction);
    layout->addLayout(sides, 1);
    connectParts();
    listSources();
    showCurrent();
    m_list->setFocus();
    resize(defaultSize.expandedTo(minimumSizeHint()).boundedTo(screen()->availableSize() - frameSpace));
}

void SourcesDialog::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &SourcesDialog::showCurrent);
    connect(m_copy, &QPushButton::clicked, this, &SourcesDialog::copy);
    connect(m_remove, &QPushButton::clicked, this, &SourcesDialog::remove);
    connect(m_revert, &QPushButton::clicked, this, &SourcesDialog::revert);
    connect(m_save, &QPushButton::clicked, this, &SourcesDialog::save);
    connect(m_editor, &SourceEditor::edited, this, &SourcesDialog::keepDraft);
    connect(&m_writes, &SourceWrites::written, this, &SourcesDialog::onWritten);
    connect(&m_writes, &SourceWrites::failed, this, &SourcesDialog::onFailed);
    connect(&m_registry, &SourceRegistry::notice, this, [this](const QString &text) {
        if (!m_note->isProblem()) // it stays until the user does something else
            m_note->setNotice(text);
    });
    auto *close = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), this);
    connect(close, &QShortcut::activated, this, &SourcesDialog::reject);
}

QWidget *SourcesDialog::listSide()
{
    auto *add = new SteadyButton(tr("&Add"), tr("Add a source"));
    connect(add, &QPushButton::clicked, this, &SourcesDialog::add);
    m_list->setAccessibleName(tr("Sources"));
    m_list->setToolTip(tr("All sources; the second line says which server each needs"));
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

QWidget *SourcesDialog::sourceSide()
{
    auto *line = new QFrame;
    line->setFrameStyle(QFrame::HLine | QFrame::Sunken);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->addButton(m_revert, QDialogButtonBox::ActionRole);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    m_save->setDefault(true); // for Enter in a field
    connect(buttons, &QDialogButtonBox::rejected, this, &SourcesDialog::reject);

    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_about);
    layout->addWidget(new VerticalScrollArea(m_editor), 1); // the buttons stay visible on a small screen
    layout->addWidget(line);
    layout->addWidget(m_test);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    return side;
}

void SourcesDialog::choose(const QString &id)
{
    if (const int row = m_list->rowOf(id); row >= 0)
        m_list->setCurrentRow(row);
}

void SourcesDialog::listSources()
{
    m_list->setRows(m_sources.rows(), m_key);
}

void SourcesDialog::showSource()
{
    m_key = m_list->currentKey();
    m_editor->edit(m_sources.editedSource(m_key));
    updateButtons();
}

void SourcesDialog::showCurrent()
{
    m_note->setNotice({});
    showSource();
}

void SourcesDialog::keepDraft()
{
    if (SourceDrafts::isNew(m_key) || m_editor->isModified())
        m_sources.drafts().keep(m_key, m_editor->draft());
    else
        m_sources.drafts().drop(m_key);
    listSources();
    updateButtons();
}

void SourcesDialog::updateButtons()
{
    const bool isNew = SourceDrafts::isNew(m_key);
    const bool isFree = m_sources.isEditable(m_key) && !m_writes.contains(m_key);
    const bool isModified = m_editor->isModified();
    m_remove->setAvailable(isFree);
    m_revert->setAvailable(isFree && isModified && !isNew);
    m_save->setAvailable(isFree && (isModified || isNew));
    m_about->setText(m_sources.aboutText(m_key));
    m_test->setSource(m_editor->source());
}

void SourcesDialog::add()
{
    const QString empty = m_sources.drafts().emptyKey();
    if (empty.isEmpty())
        return beginNew({.entry = {}, .followsName = true});
    choose(empty);
    m_editor->setFocus();
}

void SourcesDialog::copy()
{
    beginNew(m_sources.copyOf(m_key));
}

void SourcesDialog::beginNew(const SourceDraft &draft)
{
    m_key = m_sources.drafts().addNew(draft);
    listSources();
    showCurrent();
    m_editor->setFocus();
}

void SourcesDialog::remove()
{
    if (!m_sources.isEditable(m_key) || m_writes.contains(m_key))
        return;
    m_list->setFocus(); // the next source may be one that cannot be removed
    if (SourceDrafts::isNew(m_key))
        dropDraft();
    else
        write(m_key, {});
}

void SourcesDialog::revert()
{
    if (!SourceDrafts::isNew(m_key) && !m_writes.contains(m_key))
        dropDraft();
}

void SourcesDialog::dropDraft()
{
    m_sources.drafts().drop(m_key);
    listSources();
    showCurrent();
}

void SourcesDialog::save()
{
    if (!m_sources.isEditable(m_key) || m_writes.contains(m_key))
        return;
    if (m_editor->showProblems())
        return m_note->setNotice(tr("This source cannot be saved yet. Correct the marked field."));
    if (!SourceDrafts::isNew(m_key) && !m_editor->isModified())
        return m_note->setNotice(tr("There is nothing to save."));
    write(m_key, m_editor->entry());
}

void SourcesDialog::write(const QString &key, const QJsonObject &entry)
{
    m_note->setNotice(entry.isEmpty() ? tr("Removing…") : tr("Saving…"));
    m_writes.begin(key, entry);
    updateButtons();
}

void SourcesDialog::onWritten(const QString &key, const QString &id)
{
    if (m_key == key)
        m_key = id;
    listSources();
    showSource();
    if (m_writes.isEmpty() && std::exchange(m_closes, false))
        reject();
}

void SourcesDialog::onFailed(const QString &text)
{
    m_closes = false;
    m_note->setText(text);
    updateButtons();
}

void SourcesDialog::reject()
{
    if (m_question && m_question->isVisible())
        return;
    // The registry writes even without the dialog, so a second attempt does not wait.
    if (!m_writes.isEmpty() && !std::exchange(m_closes, true))
        return;
    m_closes = false;
    if (const QStringList unsaved = m_writes.unsavedKeys(); unsaved.isEmpty())
        QDialog::reject();
    else
        askAboutDrafts(unsaved);
}

void SourcesDialog::askAboutDrafts(const QStringList &keys)
{
    QStringList titles;
    for (const QString &key : keys)
        titles.append(m_sources.titleOf(key));
    m_question = new UnsavedQuestion(titles, this);
    connect(m_question, &UnsavedQuestion::saveChosen, this, &SourcesDialog::saveAll);
    connect(m_question, &UnsavedQuestion::discardChosen, this, [this] { QDialog::reject(); });
    m_question->open();
}

// Saves nothing if one of them has a problem, and shows that one.
void SourcesDialog::saveAll()
{
    const QStringList keys = m_writes.unsavedKeys();
    for (const QString &key : keys) {
        if (!m_sources.problemsOf(key).isEmpty()) {
            choose(key);
            return save(); // shows the problem
        }
    }
    m_closes = true;
    for (const QString &key : keys)
        write(key, m_sources.drafts().draftOf(key)->entry);
}
