#include "ui/header/headerbar.h"

#include "app/sources/sourcetexts.h"
#include "ui/header/batchbuttons.h"
#include "ui/header/categorybar.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/look/cellmetrics.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

HeaderBar::HeaderBar(const SourceRegistry &registry, BuiltinServers &servers, QMenu *select, QWidget *parent)
    : QWidget(parent)
    , m_source(new SourceChooser(registry, servers))
    , m_limit(new LimitBox)
    , m_search(new SearchField)
    , m_buttons(new BatchButtons)
    , m_categories(new CategoryBar)
    , m_size(new SizeSlider)
{
    constexpr int margin = 2 * CellMetrics::unit;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, CellMetrics::unit);
    layout->setSpacing(CellMetrics::unit);
    layout->addLayout(upperRow(select));
    layout->addLayout(lowerRow());
    m_limit->setSource(m_source->source());
    connect(m_source, &SourceChooser::sourceChanged, this, &HeaderBar::followChoice);
}

void HeaderBar::showBatch(const QList<Source> &sources)
{
    if (sources.isEmpty() || m_limit->source().id == sources.first().id)
        return;
    const QString first = displayTitle(sources.first());
    m_source->showBatchSource(sources.size() == 1 ? first : tr("%1 and others", "source").arg(first));
    m_limit->setSource(sources.first());
}

void HeaderBar::showChoice()
{
    m_source->showChoice();
    if (m_limit->source().id != m_source->source().id)
        m_limit->setSource(m_source->source());
}

// The limit belongs to the source that is shown.
void HeaderBar::followChoice(const Source &source)
{
    if (m_source->isChoiceShown())
        m_limit->setSource(source);
}

QLayout *HeaderBar::upperRow(QMenu *select)
{
    auto *open = new QPushButton;
    open->setMenu(select); // before the text: with the first event, screen readers see whether it has a menu
    open->setText(tr("Se&lect"));
    open->setToolTip(tr("Tick many countries at once"));

    auto *row = new QHBoxLayout;
    row->setSpacing(CellMetrics::unit);
    row->addWidget(m_source);
    row->addWidget(m_limit);
    row->addSpacing(CellMetrics::unit);
    row->addWidget(m_search, 1);
    row->addSpacing(CellMetrics::unit);
    row->addWidget(open);
    row->addWidget(m_buttons);
    return row;
}

QLayout *HeaderBar::lowerRow()
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_categories, 1);
    row->addWidget(m_size);
    return row;
}
