#pragma once

#include "app/countries/countrysearch.h"
#include "ui/grid/flagcategory.h"

#include <QHash>
#include <QSortFilterProxyModel>

/// Shows the countries of one category that match a search, the best first; without a search all of them, in
/// the order of the model.
class FlagFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FlagFilter(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlagFilter)

    void setSearch(const SearchMatches &matches);

    void setCategory(FlagCategory category);
    [[nodiscard]] FlagCategory category() const { return m_category; }

    /// Whether it may hide anything.
    [[nodiscard]] bool isActive() const { return m_isSearching || m_category != FlagCategory::All; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] qsizetype rankOf(const QModelIndex &index) const;

    bool m_isSearching = false;
    QHash<QString, qsizetype> m_rankOfCode;
    QStringList m_states;
    QStringList m_excludedStates;
    FlagCategory m_category = FlagCategory::All;
};
