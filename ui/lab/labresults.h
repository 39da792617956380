#pragma once

#include "ui/lab/labexport.h"
#include "ui/lab/labmodel.h"

#include <QWidget>

class LabChart;
class QBoxLayout;
class QLabel;
class QTableView;

/// What a measurement has found: two charts, a table, and the conclusion below them in large letters. Owned
/// by LabWindow.
class LabResults final : public QWidget
{
    Q_OBJECT

public:
    explicit LabResults(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LabResults)

    /// Sets the limits that the charts have labels for, at least one, and drops the runs. `sourceLimit` is
    /// that of Measurement.
    void begin(const QList<int> &limits, std::optional<int> sourceLimit);
    /// Shows the runs so far.
    void setMeasurement(const Measurement &measurement);
    void setConclusion(const QString &text);
    /// Has screen readers speak the conclusion.
    void announceConclusion();

    [[nodiscard]] bool isEmpty() const { return m_model.measurement().runs.isEmpty(); }
    [[nodiscard]] QString conclusion() const;
    /// What is shown, for a file.
    [[nodiscard]] LabPicture picture() const;

    /// Puts the charts one below the other, and lets the table be wider than the window.
    void setNarrow(bool isNarrow);

private:
    void setUpTable();
    void setUpConclusion();
    [[nodiscard]] QWidget *content();
    void copyTable();

    LabModel m_model;
    QList<int> m_limits; // of the charts
    LabChart *m_time;
    LabChart *m_speedUp;
    QBoxLayout *m_charts = nullptr;
    QTableView *m_table;
    QLabel *m_conclusion;
};
