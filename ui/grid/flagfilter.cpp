#include "ui/grid/flagfilter.h"

#include "ui/grid/flagmodel.h"
#include "ui/grid/searchstates.h"

#include <algorithm>

FlagFilter::FlagFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void FlagFilter::setSearch(const SearchMatches &matches)
{
    m_isSearching = !matches.codes.isEmpty() || matches.problem;
    m_rankOfCode.clear();
    for (const QString &code : matches.codes)
        m_rankOfCode.insert(code, m_rankOfCode.size());
    m_states = matches.states;
    m_excludedStates = matches.excludedStates;
    invalidateFilter();
    sort(-1); // else the proxy takes it that nothing has changed
    if (m_isSearching)
        sort(0);
}

void FlagFilter::setCategory(FlagCategory category)
{
    if (category == m_category)
        return;
    m_category = category;
    invalidateFilter();
}

bool FlagFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const FlagStanding flag{
        .state = index.data(FlagModel::StateRole).value<FlagState>(),
        .isTicked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked,
        .isChanged = index.data(FlagModel::ChangedRole).toBool(),
        .isAskedFor = index.data(FlagModel::AskedForRole).toBool(),
        .isCountry = index.data(FlagModel::IsCountryRole).toBool(),
    };
    // Regions and organisations are found by a search among all.
    const bool isSearchedFor = m_isSearching && m_category == FlagCategory::All;
    if (!isSearchedFor && !belongsTo(m_category, flag))
        return false;
    if (!m_isSearching)
        return true;
    const auto isIn = [&flag](const QString &word) { return isInSearchState(word, flag); };
    return m_rankOfCode.contains(index.data(FlagModel::CodeRole).toString())
        && (m_states.isEmpty() || std::any_of(m_states.cbegin(), m_states.cend(), isIn))
        && std::none_of(m_excludedStates.cbegin(), m_excludedStates.cend(), isIn);
}

bool FlagFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return rankOf(left) < rankOf(right);
}

qsizetype FlagFilter::rankOf(const QModelIndex &index) const
{
    return m_rankOfCode.value(index.data(FlagModel::CodeRole).toString());
}
