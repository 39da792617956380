#include "ui/lab/labmodel.h"

#include "app/language/joining.h"
#include "ui/timeline/figuretext.h"

#include <QLocale>
#include <QStringList>

#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QString titleOf(int column)
{
    switch (static_cast<LabModel::Column>(column)) {
    case LabModel::LimitColumn:
        return LabModel::tr("Limit");
    case LabModel::TimeColumn:
        return LabModel::tr("Time");
    case LabModel::IdealColumn:
        return LabModel::tr("Ideal");
    case LabModel::SpeedUpColumn:
        return LabModel::tr("Speed-up");
    case LabModel::InFlightColumn:
        return LabModel::tr("In flight");
    case LabModel::FetchedColumn:
        return LabModel::tr("Flags");
    case LabModel::NotFoundColumn:
        return LabModel::tr("Not found");
    case LabModel::FailedColumn:
        return LabModel::tr("Failed");
    case LabModel::RetriesColumn:
        return LabModel::tr("Retries");
    case LabModel::BytesColumn:
        return LabModel::tr("Received");
    case LabModel::ColumnCount:
        break;
    }
    return {};
}

QString explanationOf(int column)
{
    switch (static_cast<LabModel::Column>(column)) {
    case LabModel::LimitColumn:
        return LabModel::tr(
            "How many requests may be in flight at the same time, and in brackets how many are "
            "in effect if this computer allows fewer.");
    case LabModel::TimeColumn:
        return LabModel::tr("How long the download of all flags took.");
    case LabModel::IdealColumn:
        return LabModel::tr("The time of one request after another, divided by the limit in effect.");
    case LabModel::SpeedUpColumn:
        return LabModel::tr("How many times faster this is than one request after another.");
    case LabModel::InFlightColumn:
        return LabModel::tr("The most requests that were in flight at the same time.");
    case LabModel::FetchedColumn:
        return LabModel::tr("How many flags have arrived and are valid.");
    case LabModel::NotFoundColumn:
        return LabModel::tr("How many flags the source does not have.");
    case LabModel::FailedColumn:
        return LabModel::tr("How many flags have failed; their time counts.");
    case LabModel::RetriesColumn:
        return LabModel::tr("How many requests were sent again because they had failed.");
    case LabModel::BytesColumn:
        return LabModel::tr("The size of everything that was received.");
    case LabModel::ColumnCount:
        break;
    }
    return {};
}

QString valueOf(int column, const Measurement &measurement, const MeasuredRun &run)
{
    const auto number = [](int value) { return QLocale().toString(value); };
    switch (static_cast<LabModel::Column>(column)) {
    case LabModel::LimitColumn:
        return run.effectiveLimit < run.limit
            ? withRemark(number(run.limit), LabModel::tr("%1 in effect").arg(number(run.effectiveLimit)))
            : number(run.limit);
    case LabModel::TimeColumn:
        return shortDuration(run.elapsed);
    case LabModel::IdealColumn:
        return shortDuration(measurement.idealTime(run));
    case LabModel::SpeedUpColumn:
        return shortNumber(measurement.speedUp(run));
    case LabModel::InFlightColumn:
        return number(run.mostInFlight);
    case LabModel::FetchedColumn:
        return number(run.fetched);
    case LabModel::NotFoundColumn:
        return number(run.notFound);
    case LabModel::FailedColumn:
        return number(run.failed);
    case LabModel::RetriesColumn:
        return number(run.retries);
    case LabModel::BytesColumn:
        return shortSize(double(run.bytes));
    case LabModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace

LabModel::LabModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LabModel::setMeasurement(const Measurement &measurement)
{
    beginResetModel();
    m_measurement = measurement;
    endResetModel();
}

QString LabModel::tabbedText(QList<int> rows) const
{
    if (rows.isEmpty()) {
        rows.resize(rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    const auto lineOf = [](const auto &textOf) {
        QStringList texts;
        for (int column = 0; column < ColumnCount; ++column)
            texts.append(textOf(column));
        return texts.join(u'\t');
    };
    QStringList lines{lineOf([](int column) { return titleOf(column); })};
    for (const int row : std::as_const(rows)) {
        const MeasuredRun &run = m_measurement.runs.at(row);
        lines.append(lineOf([&](int column) { return valueOf(column, m_measurement, run); }));
    }
    return lines.join(u'\n') + u'\n';
}

int LabModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_measurement.runs.size());
}

int LabModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LabModel::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return valueOf(index.column(), m_measurement, m_measurement.runs.at(index.row()));
    case Qt::ToolTipRole:
        return explanationOf(index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LabModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(section);
    case Qt::ToolTipRole:
        return explanationOf(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    default:
        return {};
    }
}
