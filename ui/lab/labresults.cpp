#include "ui/lab/labresults.h"

#include "ui/accessible/announcement.h"
#include "ui/lab/labchart.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"
#include "ui/look/verticalscrollarea.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int linesOfLabConclusion = 2;
constexpr qreal scaleOfConclusion = 1.3; // of the usual font
constexpr int rowsInView = 6;

} // namespace

LabResults::LabResults(QWidget *parent)
    : QWidget(parent)
    , m_time(new LabChart(LabChart::Quantity::Time))
    , m_speedUp(new LabChart(LabChart::Quantity::SpeedUp))
    , m_table(new QTableView)
    , m_conclusion(wrappingLabel())
{
    setUpTable();
    setUpConclusion();
    auto *area = new VerticalScrollArea(content());
    area->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(area, 1);
    layout->addWidget(m_conclusion);
}

QWidget *LabResults::content()
{
    m_charts = new QBoxLayout(QBoxLayout::LeftToRight);
    m_charts->setSpacing(CellMetrics::unit);
    m_charts->addWidget(m_time, 1);
    m_charts->addWidget(m_speedUp, 1);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addLayout(m_charts, 1);
    layout->addWidget(m_table);
    return content;
}

void LabResults::setUpTable()
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Figures of each run"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + CellMetrics::unit);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
        + rowsInView * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
    auto *copy = new QShortcut(QKeySequence(QKeySequence::Copy), m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &LabResults::copyTable);
}

void LabResults::setUpConclusion()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * scaleOfConclusion);
    m_conclusion->setFont(large);
    m_conclusion->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_conclusion->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_conclusion->setMinimumHeight(
        linesOfLabConclusion * QFontMetrics(large).lineSpacing()); // nothing moves at the end
    m_conclusion->setText(tr("How much does it help to send more requests at once?"));
}

void LabResults::begin(const QList<int> &limits, std::optional<int> sourceLimit)
{
    m_limits = limits;
    setMeasurement({.sourceLimit = sourceLimit});
}

void LabResults::setMeasurement(const Measurement &measurement)
{
    m_model.setMeasurement(measurement);
    for (LabChart *chart : {m_time, m_speedUp})
        chart->setMeasurement(measurement, m_limits);
}

void LabResults::setConclusion(const QString &text)
{
    m_conclusion->setText(text);
}

void LabResults::announceConclusion()
{
    announce(*m_conclusion, m_conclusion->text());
}

QString LabResults::conclusion() const
{
    return m_conclusion->text();
}

LabPicture LabResults::picture() const
{
    return {.charts = {m_time, m_speedUp},
        .title = window()->windowTitle(),
        .conclusion = conclusion(),
        .measurement = m_model.measurement()};
}

void LabResults::copyTable()
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::ranges::sort(rows);
    QGuiApplication::clipboard()->setText(m_model.tabbedText(rows));
}

void LabResults::setNarrow(bool isNarrow)
{
    m_charts->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_table->horizontalHeader()->setSectionResizeMode(
        isNarrow ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
}
