#include "ui/header/sourcechooser.h"

#include "app/builtin/builtinservers.h"
#include "app/sources/sourcelist.h"
#include "ui/header/mannersdialog.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/svgicon.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

SourceChooser::SourceChooser(const SourceList &sources, BuiltinServers &servers, QWidget *parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_combo(new QComboBox)
    , m_adjust(new QToolButton)
{
    m_combo->setAccessibleName(tr("Source"));
    constexpr int usualTitle = 11; // letters; a longer one must not push the window apart
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(usualTitle);
    for (const Source &source : sources.sources())
        addSource(source);

    m_adjust->setToolTip(tr("Adjust how this source behaves (Ctrl+J)"));
    m_adjust->setAccessibleName(tr("Adjust the source"));
    m_adjust->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    m_adjust->setFocusPolicy(Qt::StrongFocus);
    m_adjust->setAutoRaise(true);
    m_adjust->setMaximumHeight(m_combo->sizeHint().height()); // the grid must not move when it appears

    auto *label = new QLabel(tr("So&urce"));
    label->setBuddy(m_combo);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(label);
    layout->addWidget(m_combo);
    layout->addWidget(m_adjust);

    connect(m_combo, &QComboBox::currentIndexChanged, this, &SourceChooser::updateAdjust);
    connect(m_combo, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT sourceChanged(source()); });
    connect(m_adjust, &QToolButton::clicked, this, &SourceChooser::adjust);
    updateAdjust();
}

Source SourceChooser::source() const
{
    return m_combo->currentData().value<Source>();
}

void SourceChooser::setSource(const Source &source)
{
    for (int i = 0; i < m_combo->count(); ++i) {
        if (m_combo->itemData(i).value<Source>() == source)
            return m_combo->setCurrentIndex(i);
    }
    addSource(source);
    m_combo->setCurrentIndex(m_combo->count() - 1);
}

void SourceChooser::setSourceId(const QString &id)
{
    for (int i = 0; i < m_combo->count(); ++i) {
        if (m_combo->itemData(i).value<Source>().id == id)
            return m_combo->setCurrentIndex(i);
    }
}

void SourceChooser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateAdjust();
}

void SourceChooser::addSource(const Source &source)
{
    m_combo->addItem(source.title, QVariant::fromValue(source));
    if (!source.licence.isEmpty())
        m_combo->setItemData(m_combo->count() - 1, tr("Licence: %1").arg(source.licence), Qt::ToolTipRole);
}

void SourceChooser::updateAdjust()
{
    const Embedded kind = source().embedded;
    m_adjust->setIcon(controlIcon(u"adjust"_s, palette(), devicePixelRatioF()));
    m_adjust->setVisible(kind == Embedded::Slow || kind == Embedded::Faulty);
}

void SourceChooser::adjust()
{
    const Embedded kind = source().embedded;
    const BuiltinServers::Settings &settings = m_servers.settings();
    auto *dialog = new MannersDialog(kind, kind == Embedded::Slow ? settings.slow : settings.faulty, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kind] {
        BuiltinServers::Settings adjusted = m_servers.settings();
        (kind == Embedded::Slow ? adjusted.slow : adjusted.faulty) = dialog->manners();
        m_servers.setSettings(adjusted);
    });
    dialog->open();
}
