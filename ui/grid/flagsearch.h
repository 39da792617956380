#pragma once

#include "app/countries/countrysearch.h"
#include "ui/grid/flagcategory.h"

#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QThreadPool>

#include <optional>

/// The words that may follow `state:` in a search.
[[nodiscard]] QStringList searchStates();

/// Whether a country is in the state that the word means; false for other words.
[[nodiscard]] bool isInSearchState(const QString &word, const FlagStatus &flag);

/// Finds countries for the search field: at first by their own names, and in all languages as soon as their
/// index has been made on a pool of its own.
class CountryFinder final : public QObject
{
    Q_OBJECT

public:
    explicit CountryFinder(Catalogue catalogue, QObject *parent = nullptr);
    ~CountryFinder() override;
    Q_DISABLE_COPY_MOVE(CountryFinder)

    [[nodiscard]] SearchMatches find(const QString &text);
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }

    /// Begins to make the index, the first time that it is called.
    void buildFullIndex();
    /// In all languages; empty until they are at hand.
    [[nodiscard]] const NameIndex &allNames() const { return m_allNames; }

Q_SIGNALS:
    /// What was found before may now be found better.
    void improved();

private:
    void onIndexReady();

    const Catalogue m_catalogue;
    NameIndex m_allNames;
    std::optional<CountrySearch> m_search; // made when first needed, which the first painting does not
    bool m_isIndexing = false; // or has learnt
    QThreadPool m_pool;
    QFutureWatcher<NameIndex> m_index;
};

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
