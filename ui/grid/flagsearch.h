#pragma once

#include "app/countries/countrysearch.h"
#include "app/tasks/latestjob.h"
#include "ui/grid/flagcategory.h"
#include "ui/grid/flagorder.h"

#include <QHash>
#include <QObject>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QThreadPool>

#include <optional>
#include <vector>

class FlagModel;

/// The words that `state:` accepts in a search.
[[nodiscard]] QStringList searchStates();

/// The same with their names in the language of the interface.
[[nodiscard]] QList<FilterValue> searchStateValues();

/// Whether a country matches one of searchStates(). False for any other word.
[[nodiscard]] bool isInSearchState(const QString &word, const FlagStatus &flag);

/// Finds countries for the search field. The first search starts to build the index of all languages, on a
/// private thread pool, and emits improved() when it is built. Until then, the names of the user's language
/// are searched. Owned by CountryPane.
class CountryFinder final : public QObject
{
    Q_OBJECT

public:
    explicit CountryFinder(Catalogue catalogue, QObject *parent = nullptr);
    ~CountryFinder() override = default;
    Q_DISABLE_COPY_MOVE(CountryFinder)

    [[nodiscard]] SearchMatches find(const QString &text);
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }

    /// The index of all languages. Empty until it is built.
    [[nodiscard]] const NameIndex &allNames() const { return m_allNames; }

Q_SIGNALS:
    /// The index of all languages is built, so that find() may return more matches.
    void improved();

private:
    void buildFullIndex();
    void onIndexReady(const NameIndex &index);

    const Catalogue m_catalogue;
    NameIndex m_allNames;
    std::optional<CountrySearch> m_search; // created by the first search
    QThreadPool m_pool;
    LatestJob<NameIndex> m_index;
};

/// How many countries, and how many regions and organisations, match a search outside of the category.
struct OutsideMatches
{
    int countries = 0;
    int extras = 0;
};

/// Shows the countries of one category that match a search, in an order, grouped by continent if requested.
/// In the order of names, a search puts the best match first.
///
/// What is shown keeps its place until the search, the category or the order is chosen again, also the same
/// one: a country that no longer matches stays, and one that matches now comes last. So nothing moves under
/// the mouse because of a click or an arrival.
class FlagFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FlagFilter(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlagFilter)

    /// Only a FlagModel.
    void setSourceModel(QAbstractItemModel *model) override;

    void setSearch(const SearchMatches &matches);

    void setCategory(FlagCategory category);
    [[nodiscard]] FlagCategory category() const { return m_category; }

    void setOrder(SortOrder order);
    [[nodiscard]] SortOrder order() const { return m_order; }

    /// Puts the countries of a continent together, in the order of order().
    void setGrouped(bool grouped);
    [[nodiscard]] bool isGrouped() const { return m_isGrouped; }

    /// Shows what matches now, in the order of now.
    void refresh();

    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    [[nodiscard]] OutsideMatches outsideMatches() const;
    /// Whether a search or a category may hide rows.
    [[nodiscard]] bool isActive() const { return m_isSearching || m_category != FlagCategory::All; }

Q_SIGNALS:
    /// The rows have been chosen again, perhaps the same ones.
    void refreshed();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void placeRows();
    void placeArrivals(const QModelIndex &first, const QModelIndex &last);
    [[nodiscard]] bool matches(const FlagEntry &entry) const;
    [[nodiscard]] bool matchesSearch(const FlagEntry &entry, const FlagStatus &flag) const;
    [[nodiscard]] int placeOf(int row) const { return m_places[static_cast<std::size_t>(row)]; }

    const FlagModel *m_model = nullptr;
    bool m_isSearching = false;
    QHash<QString, qsizetype> m_rankOfCode;
    QStringList m_states;
    QStringList m_excludedStates;
    FlagCategory m_category = FlagCategory::All;
    SortOrder m_order = SortOrder::Name;
    bool m_isGrouped = false;
    std::vector<int> m_places; // of the rows of the model; -1: not shown
    int m_nextPlace = 0;
};
