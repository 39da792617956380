#pragma once

#include "app/countries/catalogue.h"

#include <QElapsedTimer>
#include <QHash>
#include <QModelIndex>
#include <QStringList>

#include <array>

/// Finds the country whose name a person types in the grid: the name in the language of the interface, the
/// same in Latin letters or their initials ("zhongguo", "zg"), the English name, or the code, in this order.
/// Letters in quick succession form one text; the same letter again goes to the next country. A plain value
/// of the GUI thread, owned by FlagGrid.
class TypeAhead final
{
public:
    /// The row for the letters typed so far, searched from `current` on and from the top again. Invalid if
    /// there is none. `rows` has the roles of FlagModel.
    [[nodiscard]] QModelIndex find(
        const QAbstractItemModel &rows, const QModelIndex &current, const QString &typed);

private:
    /// What a person may type for a country, the most likely first. Without spaces, because the space bar
    /// ticks.
    using Keys = std::array<QStringList, 3>;

    [[nodiscard]] Keys keysOf(const QModelIndex &row) const;
    [[nodiscard]] bool begins(const QModelIndex &row, std::size_t kind, const QString &text);

    const Catalogue m_catalogue; // has the English names
    QString m_typed;
    QElapsedTimer m_since; // the latest letter
    QHash<QString, Keys> m_keys; // by code; latinName() is too slow for every row at every key
};
