#include "ui/lab/labchart.h"

#include "app/language/joining.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"
#include "ui/timeline/figuretext.h"
#include "ui/timeline/phaselook.h"

#include <QCategoryAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegendMarker>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QScatterSeries>
#include <QScopedValueRollback>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCurvePoints = 48; // of the ideal time, which is a curve
constexpr double marginOfLimits = 0.35; // in the scale of the axis, a binary logarithm
constexpr double roomForLabels = 1.18; // above the highest point
constexpr double leastSpeedUp = 0.8;
constexpr double leastValue = 0.001; // seconds, or times faster
constexpr qreal sizeOfPoint = 9; // device-independent pixels
constexpr qreal widthOfLine = 2;
constexpr int marginOfChart = CellMetrics::unit; // device-independent pixels

/// As precise as people compare, because the chart prints the number as it is. Never 0, which a logarithmic
/// axis cannot show: Qt Charts would drop the whole line.
double significant(double value, int digits)
{
    const double positive = std::max(value, leastValue);
    const double unit = std::pow(10, std::floor(std::log10(positive)) - (digits - 1));
    return std::round(positive / unit) * unit;
}

double secondsOf(MeasuredRun::Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

LabChart::LabChart(Quantity quantity, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_quantity(quantity)
    , m_limitAxis(new QCategoryAxis)
    , m_ideal(new QLineSeries)
    , m_sourceLimit(new QLineSeries)
    , m_line(new QLineSeries)
    , m_points(new QScatterSeries)
{
    setRenderHint(QPainter::Antialiasing);
    // The labels of points reach out of the items that they belong to, and old ones would stay there.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the table has all numbers for the keyboard
    setMinimumSize(LabChart::minimumSizeHint());
    m_limitAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_limitAxis->setTitleText(tr("Limit of requests at once"));
    if (m_quantity == Quantity::SpeedUp) {
        auto *axis = new QLogValueAxis;
        axis->setBase(2);
        axis->setLabelFormat(u"%.0f"_s); // with %d, Qt 6.4 shows none if numbers are localized
        m_valueAxis = axis;
        m_valueAxis->setTitleText(tr("Times faster"));
        chart()->setTitle(tr("Speed-up"));
    } else {
        m_valueAxis = new QValueAxis;
        m_valueAxis->setTitleText(tr("Seconds"));
        chart()->setTitle(tr("Time"));
    }
    setAccessibleName(m_quantity == Quantity::SpeedUp ? tr("Chart: speed-up against the limit")
                                                      : tr("Chart: time against the limit"));
    chart()->addAxis(m_limitAxis, Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, Qt::AlignLeft);
    chart()->legend()->setAlignment(Qt::AlignBottom);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    chart()->setMargins({marginOfChart, marginOfChart, marginOfChart, marginOfChart});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setDropShadowEnabled(false);
    chart()->setLocalizeNumbers(true);
    addSeries();
    updateLook();
}

void LabChart::addSeries()
{
    m_ideal->setName(tr("Ideal"));
    m_line->setName(tr("Measured"));
    m_points->setName(tr("Measured"));
    m_points->setMarkerShape(QScatterSeries::MarkerShapeCircle);
    m_points->setMarkerSize(sizeOfPoint);
    m_points->setPointLabelsFormat(u"@yPoint"_s);
    m_points->setPointLabelsVisible(true);
    m_points->setPointLabelsClipping(false);
    for (QXYSeries *series : std::initializer_list<QXYSeries *>{m_ideal, m_sourceLimit, m_line, m_points}) {
        chart()->addSeries(series);
        series->attachAxis(m_limitAxis);
        series->attachAxis(m_valueAxis);
    }
    m_ideal->setVisible(false);
    m_sourceLimit->setVisible(false);
    const auto markers = chart()->legend()->markers(m_line); // that of the points is enough
    for (QLegendMarker *marker : markers)
        marker->setVisible(false);
    connect(m_points, &QScatterSeries::hovered, this, &LabChart::showToolTip);
}

double LabChart::valueOf(const MeasuredRun &run) const
{
    if (m_quantity == Quantity::Time)
        return significant(secondsOf(run.elapsed), 3);
    const double speedUp = m_measurement.speedUp(run);
    return significant(speedUp, speedUp < 10 ? 2 : 3);
}

double LabChart::idealAt(double limit) const
{
    for (const MeasuredRun &run : m_measurement.runs) {
        if (run.effectiveLimit < run.limit) // a higher limit has the same effect
            limit = std::min<double>(limit, run.effectiveLimit);
    }
    return m_quantity == Quantity::SpeedUp ? limit : secondsOf(m_measurement.sequentialTime()) / limit;
}

void LabChart::setMeasurement(const Measurement &measurement, const QList<int> &limits)
{
    Q_ASSERT(!limits.isEmpty());
    m_measurement = measurement;
    showLimits(limits);
    showIdeal(limits);
    showRange(limits);
    showRuns();
    showSourceLimit(limits);
}

void LabChart::showLimits(const QList<int> &limits)
{
    const QStringList former = m_limitAxis->categoriesLabels();
    for (const QString &label : former)
        m_limitAxis->remove(label);
    m_limitAxis->setStartValue(std::log2(limits.first()) - marginOfLimits);
    for (const int limit : limits)
        m_limitAxis->append(locale().toString(limit), std::log2(limit));
    m_limitAxis->setRange(
        std::log2(limits.first()) - marginOfLimits, std::log2(limits.last()) + marginOfLimits);
}

void LabChart::showIdeal(const QList<int> &limits)
{
    QList<QPointF> curve;
    const double first = std::log2(limits.first());
    const double span = std::log2(limits.last()) - first;
    const bool isKnown = m_quantity == Quantity::SpeedUp || !m_measurement.runs.isEmpty();
    for (int number = 0; isKnown && number <= mostCurvePoints; ++number) {
        const double x = first + span * number / mostCurvePoints;
        curve.append({x, idealAt(std::exp2(x))});
    }
    m_ideal->replace(curve);
    m_ideal->setVisible(isKnown);
}

// The speed-up has room up to the ideal one, the time up to that of one request after another.
void LabChart::showRange(const QList<int> &limits)
{
    double highest = m_quantity == Quantity::SpeedUp ? limits.last() : 0;
    double lowest = leastSpeedUp;
    for (const MeasuredRun &run : std::as_const(m_measurement.runs)) {
        highest = std::max({highest, valueOf(run), idealAt(run.limit)});
        lowest = std::min(lowest, valueOf(run) * leastSpeedUp);
    }
    if (auto *axis = qobject_cast<QValueAxis *>(m_valueAxis)) {
        axis->setRange(0, highest > 0 ? highest * roomForLabels : 1);
        axis->applyNiceNumbers();
    } else {
        qobject_cast<QLogValueAxis *>(m_valueAxis)
            ->setLabelFormat(lowest < leastSpeedUp ? u"%.4g"_s : u"%.0f"_s);
        m_valueAxis->setRange(lowest, highest * roomForLabels * roomForLabels);
    }
}

void LabChart::showRuns()
{
    QList<QPointF> measured;
    QStringList texts;
    for (const MeasuredRun &run : std::as_const(m_measurement.runs)) {
        measured.append({std::log2(run.limit), valueOf(run)});
        texts.append(withLabel(locale().toString(run.limit),
            m_quantity == Quantity::SpeedUp ? timesFaster(m_measurement.speedUp(run))
                                            : shortDuration(run.elapsed)));
    }
    m_line->replace(measured);
    m_points->replace(measured);
    setAccessibleDescription(texts.join(u'\n'));
}

void LabChart::showSourceLimit(const QList<int> &limits)
{
    const int limit = m_measurement.sourceLimit.value_or(0);
    m_sourceLimit->setVisible(limit >= limits.first() && limit <= limits.last());
    if (!m_sourceLimit->isVisible())
        return;
    m_sourceLimit->setName(tr("Limit of the server: %1").arg(locale().toString(limit)));
    const double x = std::log2(limit);
    const auto *linear = qobject_cast<QValueAxis *>(m_valueAxis);
    const auto *logarithmic = qobject_cast<QLogValueAxis *>(m_valueAxis);
    const QPointF bottom(x, linear ? linear->min() : logarithmic->min());
    const QPointF top(x, linear ? linear->max() : logarithmic->max());
    m_sourceLimit->replace(QList<QPointF>{bottom, top});
}

QList<QPointF> LabChart::points() const
{
    return m_points->points();
}

QList<QPointF> LabChart::idealPoints() const
{
    return m_ideal->points();
}

bool LabChart::showsSourceLimit() const
{
    return m_sourceLimit->isVisible();
}

void LabChart::updateLook()
{
    const QScopedValueRollback guard(m_isUpdating, true);
    const QColor text = palette().color(QPalette::Text);
    const QColor base = palette().color(QPalette::Base);
    const QColor measured = inFlightColour(palette());
    chart()->setBackgroundBrush(base);
    chart()->setTitleBrush(text);
    QFont bold = font();
    bold.setBold(true);
    chart()->setTitleFont(bold);
    chart()->legend()->setFont(font());
    chart()->legend()->setLabelColor(text);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_limitAxis), m_valueAxis}) {
        axis->setLabelsColor(text);
        axis->setLabelsFont(font());
        axis->setTitleBrush(text);
        axis->setTitleFont(font());
        axis->setLinePenColor(mutedText(palette()));
        axis->setGridLineColor(blend(text, base, 0.15));
        axis->setMinorGridLineVisible(false);
    }
    m_ideal->setPen(QPen(mutedText(palette()), widthOfLine, Qt::DashLine));
    m_sourceLimit->setPen(QPen(text, widthOfLine / 2, Qt::DotLine)); // it crosses the numbers
    m_line->setPen(QPen(measured, widthOfLine));
    m_points->setColor(measured);
    m_points->setBorderColor(base);
    m_points->setPointLabelsColor(text);
    m_points->setPointLabelsFont(font());
    const auto markers = chart()->legend()->markers();
    for (QLegendMarker *marker : markers)
        marker->setLabelBrush(text);
}

void LabChart::showToolTip(const QPointF &point, bool isOver)
{
    const auto run = std::ranges::find_if(std::as_const(m_measurement.runs),
        [&point](const MeasuredRun &each) { return std::abs(std::log2(each.limit) - point.x()) < 0.01; });
    if (!isOver || run == m_measurement.runs.cend())
        return QToolTip::hideText();
    QToolTip::showText(QCursor::pos(),
        tr("With at most %1 requests at once, all flags took %2: %3 faster than one after another.")
            .arg(locale().toString(run->limit), shortDuration(run->elapsed),
                timesFaster(m_measurement.speedUp(*run))),
        this);
}

void LabChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    const bool changesLook = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (changesLook && !m_isUpdating)
        updateLook();
}
