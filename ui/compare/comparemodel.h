#pragma once

#include "app/downloads/comparison.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QList>
#include <QPixmap>

/// Compared flags, one country a row, in the order of comesBefore() at any time.
class CompareModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        DifferenceColumn,
        CountryColumn,
        FirstColumn, ///< the flag of the first source
        SecondColumn,
        ColumnCount,
    };

    explicit CompareModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CompareModel)

    /// Empty, with the titles of two sources. Pictures come in that many device pixels to a pixel, and get an
    /// edge in that colour, because many flags are white at theirs.
    void begin(const QString &first, const QString &second, qreal pixelRatio, const QColor &edge);
    void add(const ComparedFlag &flag);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        ComparedFlag flag; // without its thumbnails
        std::array<QPixmap, 2> pictures;
    };

    [[nodiscard]] QPixmap pictureOf(const FlagResult &result) const;

    QList<Row> m_rows;
    std::array<QString, 2> m_titles;
    qreal m_pixelRatio = 1;
    QColor m_edge;
};
