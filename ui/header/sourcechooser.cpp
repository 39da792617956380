#include "ui/header/sourcechooser.h"

#include "app/builtin/builtinservers.h"
#include "app/language/joining.h"
#include "app/sources/sourcetexts.h"
#include "ui/header/faultsettingsdialog.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/keys.h"
#include "ui/sources/sourceoptionspopup.h"
#include "ui/sources/sourceregistry.h"
#include "ui/sources/sourcerowdelegate.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

/// What the sources with simulated faults are for. Empty for others.
QString purposeText(Embedded embedded)
{
    switch (embedded) {
    case Embedded::Slow:
        return SourceChooser::tr("for lessons: answers late");
    case Embedded::Faulty:
        return SourceChooser::tr("for lessons: refuses some requests");
    default:
        return {};
    }
}

} // namespace

SourceChooser::SourceChooser(const SourceRegistry &registry, BuiltinServers &servers, QWidget *parent)
    : QWidget(parent)
    , m_registry(registry)
    , m_servers(servers)
    , m_combo(new QComboBox)
    , m_batchCombo(new QComboBox)
    , m_label(new QLabel(tr("So&urce")))
    , m_options(new QToolButton)
{
    constexpr int titleLetters = 11; // characters; a longer title must not widen the window
    for (QComboBox *combo : {m_combo, m_batchCombo}) {
        combo->setAccessibleName(tr("Source"));
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(titleLetters);
    }
    m_combo->view()->setItemDelegate(new SourceRowDelegate(m_combo->view()));
    constexpr int listLetters = 60; // characters; the list is wider than the field
    m_combo->view()->setMinimumWidth(listLetters * fontMetrics().averageCharWidth());
    listSources();

    m_options->setAccessibleName(tr("Source options"));
    m_options->setFocusPolicy(Qt::StrongFocus);
    m_options->setAutoRaise(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_label);
    layout->addWidget(m_combo);
    layout->addWidget(m_batchCombo);
    layout->addWidget(m_options);

    connect(m_combo, &QComboBox::currentIndexChanged, this, &SourceChooser::updateButton);
    connect(m_combo, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT sourceChanged(source()); });
    connect(m_options, &QToolButton::clicked, this, &SourceChooser::openOptions);
    connect(&m_registry, &SourceRegistry::changed, this, &SourceChooser::listSources);
    updateButton();
    showCombo(m_combo);
}

Source SourceChooser::source() const
{
    return m_combo->currentData().value<Source>();
}

QList<Source> SourceChooser::sources() const
{
    const Source first = source();
    const SourceChoice choice = m_choices.value(first.id);
    QList<Source> sources{first};
    for (const QString &id : choice.fallbacks) {
        if (const int row = rowOf(id); row >= 0 && id != first.id)
            sources.append(m_combo->itemData(row).value<Source>());
    }
    for (Source &each : sources)
        each = withPicture(each, m_choices.value(each.id).picture).value_or(each);
    return sources;
}

void SourceChooser::setSources(const QList<Source> &sources)
{
    if (sources.isEmpty())
        return;
    QStringList ids;
    QList<int> rows;
    for (const Source &source : sources) {
        int row = rowOf(source.id);
        const auto listed = m_combo->itemData(row).value<Source>();
        const bool isListed = row >= 0 && listed.pictures == source.pictures
            && (!source.pictures.isEmpty() || listed.imageTemplate == source.imageTemplate);
        if (!isListed) {
            m_commandLineSources.append(source);
            addSource(source);
            row = m_combo->count() - 1;
        } else if (source.format != listed.format || source.width != listed.width) {
            m_choices[source.id].picture = {.format = source.format,
                .width = source.width > 0 ? std::optional(source.width) : std::nullopt};
        }
        ids.append(source.id);
        rows.append(row);
    }
    if (ids.size() > 1)
        m_choices[ids.first()].fallbacks = ids.mid(1);
    m_combo->setCurrentIndex(rows.first());
    updateButton();
}

void SourceChooser::setSourceId(const QString &id)
{
    if (const int row = rowOf(id); row >= 0)
        m_combo->setCurrentIndex(row);
}

void SourceChooser::showBatchSource(const QString &title)
{
    m_batchCombo->clear();
    m_batchCombo->addItem(title);
    m_batchCombo->setToolTip(title);
    showCombo(m_batchCombo);
}

void SourceChooser::showChoice()
{
    if (!isChoiceShown())
        showCombo(m_combo);
}

bool SourceChooser::isChoiceShown() const
{
    return !m_combo->isHidden();
}

// Screen readers find the label of a control only among its siblings.
void SourceChooser::showCombo(QComboBox *shown)
{
    for (QComboBox *combo : {m_combo, m_batchCombo})
        combo->setVisible(combo == shown);
    m_label->setBuddy(shown);
}

void SourceChooser::setChoices(const SourceChoices &choices)
{
    m_choices = choices;
    updateButton();
}

void SourceChooser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateButton();
}

// Keeps the chosen source if it still exists.
void SourceChooser::listSources()
{
    const QString before = source().id;
    {
        const QSignalBlocker blocker(m_combo);
        m_combo->clear();
        for (const Source &source : m_registry.sources().sources() + m_commandLineSources)
            addSource(source);
        setSourceId(before);
    }
    updateButton();
    Q_EMIT sourceChanged(source());
}

void SourceChooser::addSource(const Source &source)
{
    m_combo->addItem(displayTitle(source), QVariant::fromValue(source));
    QStringList facts{networkText(source), pictureText(source)};
    if (!source.licence.isEmpty())
        facts.append(tr("Licence: %1").arg(displayLicence(source)));
    if (source.isOwn)
        facts.append(tr("Added by you"));
    facts.removeAll(QString());
    const int row = m_combo->count() - 1;
    const QString secondLine = joinedPhrases({networkText(source), purposeText(source.embedded)});
    m_combo->setItemData(row, secondLine, SourceRowDelegate::secondLineRole);
    m_combo->setItemData(row, joinedPhrases({displayTitle(source), secondLine}), Qt::AccessibleTextRole);
    m_combo->setItemData(row, facts.join(u'\n'), Qt::ToolTipRole);
}

int SourceChooser::rowOf(const QString &id) const
{
    for (int row = 0; row < m_combo->count(); ++row) {
        if (m_combo->itemData(row).value<Source>().id == id)
            return row;
    }
    return -1;
}

QList<Source> SourceChooser::otherSources() const
{
    QList<Source> others = m_registry.sources().sources() + m_commandLineSources;
    others.removeIf([id = source().id](const Source &source) { return source.id == id; });
    return others;
}

void SourceChooser::choose(const SourceChoice &choice)
{
    if (choice == SourceChoice())
        m_choices.remove(source().id);
    else
        m_choices[source().id] = choice;
    updateButton();
    Q_EMIT choicesChanged();
}

void SourceChooser::updateButton()
{
    m_options->setIcon(controlIcon(u"adjust"_s, palette(), devicePixelRatioF()));
    const QKeySequence key(Qt::CTRL | Qt::Key_J);
    QStringList lines{
        toolTipWithKey(tr("Pictures of this source, and other sources for missing flags"), key)};
    const QList<Source> chosen = sources();
    for (qsizetype number = 1; number < chosen.size(); ++number)
        lines.append(
            tr("%1. %2", "number, source").arg(QString::number(number + 1), displayTitle(chosen.at(number))));
    m_options->setShortcut(key);
    m_options->setToolTip(lines.join(u'\n'));
}

void SourceChooser::openOptions()
{
    if (m_popup == nullptr) {
        m_popup = new SourceOptionsPopup(this);
        connect(m_popup, &SourceOptionsPopup::choiceChanged, this, &SourceChooser::choose);
        connect(m_popup, &SourceOptionsPopup::adjustRequested, this, &SourceChooser::adjustFaults);
        connect(m_popup, &SourceOptionsPopup::manageRequested, this, &SourceChooser::manageRequested);
    }
    const QPoint corner = m_options->mapToGlobal(QPoint(0, m_options->height()));
    m_popup->open(source(), otherSources(), m_choices.value(source().id), corner);
}

void SourceChooser::adjustFaults()
{
    const Embedded kind = source().embedded;
    const BuiltinServers::Settings &settings = m_servers.settings();
    auto *dialog
        = new FaultSettingsDialog(kind, kind == Embedded::Slow ? settings.slow : settings.faulty, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kind] {
        BuiltinServers::Settings adjusted = m_servers.settings();
        (kind == Embedded::Slow ? adjusted.slow : adjusted.faulty) = dialog->faults();
        m_servers.setSettings(adjusted);
        Q_EMIT faultsAdjusted();
    });
    dialog->open();
}
