#pragma once

#include "app/countries/countrysearch.h"
#include "app/tasks/latestjob.h"
#include "ui/grid/flagcategory.h"

#include <QHash>
#include <QObject>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QThreadPool>

#include <optional>

class FlagModel;

/// The words that `state:` accepts in a search.
[[nodiscard]] QStringList searchStates();

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

/// Shows the countries of one category that match a search, the best match first. Without a search it shows
/// the whole category, in the order of the model.
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

    /// Whether a search or a category may hide rows.
    [[nodiscard]] bool isActive() const { return m_isSearching || m_category != FlagCategory::All; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] qsizetype rankOf(const QModelIndex &index) const;

    const FlagModel *m_model = nullptr;
    bool m_isSearching = false;
    QHash<QString, qsizetype> m_rankOfCode;
    QStringList m_states;
    QStringList m_excludedStates;
    FlagCategory m_category = FlagCategory::All;
};
