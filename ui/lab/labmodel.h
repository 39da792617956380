#pragma once

#include "app/measuring/measurement.h"

#include <QAbstractTableModel>

/// The figures of a measurement: a row for each run, a column for each figure. Every header has a tooltip of
/// one sentence, and every cell that of its column. Owned by LabWindow.
class LabModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        LimitColumn,
        TimeColumn,
        IdealColumn,
        SpeedUpColumn,
        InFlightColumn,
        FetchedColumn,
        NotFoundColumn,
        FailedColumn,
        RetriesColumn,
        BytesColumn,
        ColumnCount,
    };

    explicit LabModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LabModel)

    void setMeasurement(const Measurement &measurement);
    [[nodiscard]] const Measurement &measurement() const { return m_measurement; }

    /// These rows and the header as lines with tabs, for a spreadsheet; all rows if there are none.
    [[nodiscard]] QString tabbedText(QList<int> rows) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Measurement m_measurement;
};
