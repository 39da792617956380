#include "ui/compare/comparemodel.h"

#include "app/failures/failure.h"
#include "app/freshness/flagfreshness.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

CompareModel::CompareModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CompareModel::begin(const QString &first, const QString &second, qreal pixelRatio, const QColor &edge)
{
    beginResetModel();
    m_rows.clear();
    m_titles = {first, second};
    m_pixelRatio = pixelRatio;
    m_edge = edge;
    endResetModel();
}

void CompareModel::add(const ComparedFlag &flag)
{
    const auto place = std::ranges::lower_bound(m_rows, flag, comesBefore, &Row::flag);
    const int number = int(place - m_rows.begin());
    Row row{.flag = flag, .pictures = {pictureOf(flag.flags.front()), pictureOf(flag.flags.back())}};
    for (FlagResult &result : row.flag.flags)
        result.thumbnail = {};
    beginInsertRows({}, number, number);
    m_rows.insert(number, row);
    endInsertRows();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const QString country = row.flag.country().displayName;
    switch (index.column()) {
    case DifferenceColumn:
        if (role == Qt::DisplayRole)
            return row.flag.distance ? QLocale().toString(*row.flag.distance, 'f', 1) : QString(u'\u2013');
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case CountryColumn:
        return role == Qt::DisplayRole
            ? QVariant(tr("%1 (%2)", "country, code").arg(country, row.flag.country().code))
            : QVariant();
    default:
        break;
    }
    const auto side = std::size_t(index.column() - FirstColumn);
    const FlagResult &result = row.flag.flags.at(side);
    const bool isThere = result.state == FlagState::Fetched;
    const QString remark = freshnessText(row.flag.freshness.at(side), country);
    switch (role) {
    case Qt::DecorationRole:
        return isThere ? QVariant(row.pictures.at(side)) : QVariant();
    case Qt::DisplayRole:
        if (isThere && !remark.isEmpty())
            return tr("%1\n(%2)", "country, what its picture shows").arg(result.name, remark);
        return isThere ? result.name : failureCause(result.failure);
    case Qt::ToolTipRole:
        if (isThere && !remark.isEmpty())
            return remark;
        return isThere ? QVariant() : QVariant(failureText(result.failure, country));
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DifferenceColumn:
        return tr("Difference");
    case CountryColumn:
        return tr("Country");
    case FirstColumn:
        return m_titles.front();
    case SecondColumn:
        return m_titles.back();
    default:
        return {};
    }
}

QPixmap CompareModel::pictureOf(const FlagResult &result) const
{
    QPixmap picture = QPixmap::fromImage(result.thumbnail);
    if (!picture.isNull()) {
        QPainter painter(&picture);
        painter.setPen(m_edge);
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1));
    }
    picture.setDevicePixelRatio(m_pixelRatio);
    return picture;
}
