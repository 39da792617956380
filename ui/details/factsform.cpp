#include "ui/details/factsform.h"

#include "ui/details/valuefield.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>

FactsForm::FactsForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(CellMetrics::unit);
    m_layout->setVerticalSpacing(CellMetrics::unit / 4);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const FactKind kind : allFactKinds) {
        Row &row = m_rows.at(std::size_t(kind));
        row.label = new QLabel(labelOf(kind));
        row.value = new ValueField;
        m_layout->addRow(row.label, row.value);
        row.label->setBuddy(row.value);
    }
    updateColours();
    setFacts({});
}

void FactsForm::setFacts(const QList<FlagFact> &facts)
{
    for (const FactKind kind : allFactKinds) {
        Row &row = m_rows.at(std::size_t(kind));
        const auto fact = std::ranges::find(facts, kind, &FlagFact::kind);
        const bool isKnown = fact != facts.end();
        if (isKnown)
            row.value->setValue(fact->value, fact->toolTip);
        if (isKnown == row.isShown)
            continue;
        row.isShown = isKnown;
        m_layout->setRowVisible(row.value, isKnown);
    }
}

const ValueField *FactsForm::field(FactKind kind) const
{
    const Row &row = m_rows.at(std::size_t(kind));
    return row.isShown ? row.value : nullptr;
}

void FactsForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void FactsForm::updateColours()
{
    QPalette muted;
    muted.setColor(QPalette::WindowText, mutedText(palette()));
    for (const Row &row : m_rows)
        row.label->setPalette(muted);
}
