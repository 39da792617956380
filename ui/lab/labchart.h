#pragma once

#include "app/measuring/measurement.h"

#include <QChartView>

class QAbstractAxis;
class QCategoryAxis;
class QLineSeries;
class QLogValueAxis;
class QScatterSeries;
class QValueAxis;

/// A chart of a measurement: the time, or the speed-up, against the limit, with the ideal line and the limit
/// of the source if it is known. The limits have a logarithmic scale, as has the speed-up, so that the ideal
/// speed-up is a straight line. Lines differ in their dashes and marks, not only in their colours. Follows
/// the palette and the font. Owned by LabWindow.
class LabChart final : public QChartView
{
    Q_OBJECT

public:
    enum class Quantity {
        Time,
        SpeedUp,
    };

    explicit LabChart(Quantity quantity, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LabChart)

    /// Shows the runs so far. `limits` are all that are measured, at least one; the axis has a label for
    /// each.
    void setMeasurement(const Measurement &measurement, const QList<int> &limits);

    /// The points as they are drawn: binary logarithm of the limit, and seconds or the factor.
    [[nodiscard]] QList<QPointF> points() const;
    [[nodiscard]] QList<QPointF> idealPoints() const;
    /// Whether the line of the source's limit is drawn.
    [[nodiscard]] bool showsSourceLimit() const;

    [[nodiscard]] QSize sizeHint() const override { return {400, 300}; }
    /// A smaller chart has no space for the labels of the axes.
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 250}; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSeries();
    void showLimits(const QList<int> &limits);
    void showIdeal(const QList<int> &limits);
    void showRange(const QList<int> &limits);
    void showRuns();
    void showSourceLimit(const QList<int> &limits);
    void updateLook();
    void showToolTip(const QPointF &point, bool isOver);
    [[nodiscard]] double valueOf(const MeasuredRun &run) const;
    [[nodiscard]] double idealAt(double limit) const;

    const Quantity m_quantity;
    Measurement m_measurement;
    QCategoryAxis *m_limitAxis;
    QAbstractAxis *m_valueAxis = nullptr;
    QLineSeries *m_ideal;
    QLineSeries *m_sourceLimit;
    QLineSeries *m_line; // connects the points
    QScatterSeries *m_points;
    bool m_isUpdating = false; // the look, which changes the palette of the chart
};
