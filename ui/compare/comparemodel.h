#pragma once

#include "app/downloads/comparison.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QList>
#include <QPixmap>

/// Compared flags, one country per row, always sorted by comesBefore(). Owned by CompareWindow.
class CompareModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        DifferenceColumn,
        CountryColumn,
        FirstColumn, ///< the flag of the first source; SecondColumn has the other
        SecondColumn,
        ColumnCount,
    };

    explicit CompareModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CompareModel)

    /// Clears the model and sets the titles of the two sources. `pixelRatio` is that of the thumbnails.
    /// Pictures get a frame in the colour `edge`, because many flags are white at their edge.
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
