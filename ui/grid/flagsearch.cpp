#include "ui/grid/flagsearch.h"

#include "app/language/wordtable.h"
#include "ui/grid/flagmodel.h"
#include "ui/look/stateappearance.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr auto ticked = "ticked"_L1;
constexpr auto changed = "changed"_L1;
constexpr auto missing = "missing"_L1;
constexpr auto damaged = "damaged"_L1;
constexpr auto stateWords = wordTable<FlagState>({
    {FlagState::NotAsked, "not-asked"_L1},
    {FlagState::Waiting, "waiting"_L1},
    {FlagState::OnHold, "held"_L1},
    {FlagState::Downloading, "downloading"_L1},
    {FlagState::Saved, "saved"_L1},
    {FlagState::Fetched, {}}, // never in the grid
    {FlagState::Unchanged, "unchanged"_L1},
    {FlagState::Skipped, "skipped"_L1},
    {FlagState::NotFound, "not-found"_L1},
    {FlagState::Failed, "failed"_L1},
    {FlagState::Cancelled, "cancelled"_L1},
});

struct SearchStates
{
    Q_DECLARE_TR_FUNCTIONS(SearchStates)
};

/// A translation may have several names, separated by bars.
QString nameOfState(const QString &word)
{
    if (word == ticked)
        return SearchStates::tr("ticked");
    if (word == changed)
        return changedWord();
    if (word == missing)
        return SearchStates::tr("missing");
    const FlagState state = stateWords.valueOf(word).value_or(FlagState::NotAsked);
    return state == FlagState::NotAsked ? SearchStates::tr("not requested") : stateWord(state);
}

} // namespace

QStringList searchStates()
{
    return QStringList{ticked, changed, missing, damaged} + stateWords.words();
}

QList<FilterValue> searchStateValues()
{
    QList<FilterValue> values;
    const QStringList words = searchStates();
    for (const QString &word : words)
        values.append({u"state"_s, word, nameOfState(word).split(u'|')});
    return values;
}

bool isInSearchState(const QString &word, const FlagStatus &flag)
{
    return (word == ticked && flag.isTicked) || (word == changed && flag.isChanged)
        || (word == missing && isInCategory(FlagCategory::Missing, flag))
        || (word == damaged && isInCategory(FlagCategory::Damaged, flag))
        || (stateWords.valueOf(word) == flag.state
            && !(flag.state == FlagState::Saved && isFault(flag.file)));
}

CountryFinder::CountryFinder(Catalogue catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(std::move(catalogue))
    , m_index([this](const NameIndex &index) { onIndexReady(index); })
{
}

SearchMatches CountryFinder::find(const QString &text)
{
    if (!m_search) {
        m_search.emplace(m_catalogue, ownNames(m_catalogue), searchStateValues());
        buildFullIndex();
    }
    return m_search->find(text);
}

void CountryFinder::buildFullIndex()
{
    m_index.start(m_pool, [catalogue = m_catalogue](const std::stop_token &stop) {
        return namesInAllLanguages(catalogue, stop);
    });
}

void CountryFinder::onIndexReady(const NameIndex &index)
{
    m_allNames = index;
    m_search.emplace(m_catalogue, m_allNames, searchStateValues());
    Q_EMIT improved();
}

FlagFilter::FlagFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void FlagFilter::setSourceModel(QAbstractItemModel *model)
{
    m_model = qobject_cast<const FlagModel *>(model);
    placeRows();
    // Before the connections of the base class, which asks for the places when the model changes.
    connect(model, &QAbstractItemModel::dataChanged, this, &FlagFilter::placeArrivals);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FlagFilter::placeRows);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &FlagFilter::placeRows);
    connect(model, &QAbstractItemModel::modelReset, this, &FlagFilter::placeRows);
    QSortFilterProxyModel::setSourceModel(model);
}

void FlagFilter::setSearch(const SearchMatches &matches)
{
    m_isSearching = !matches.codes.isEmpty() || matches.problem;
    m_rankOfCode.clear();
    for (const QString &code : matches.codes)
        m_rankOfCode.insert(code, m_rankOfCode.size());
    m_states = matches.states;
    m_excludedStates = matches.excludedStates;
    refresh();
}

void FlagFilter::setCategory(FlagCategory category)
{
    m_category = category;
    refresh();
}

void FlagFilter::setOrder(SortOrder order)
{
    m_order = order;
    refresh();
}

void FlagFilter::setGrouped(bool grouped)
{
    m_isGrouped = grouped;
    refresh();
}

void FlagFilter::refresh()
{
    placeRows();
    invalidateFilter();
    sort(-1); // without it, sort(0) does nothing if the proxy is sorted already
    sort(0);
    Q_EMIT refreshed();
}

void FlagFilter::placeRows()
{
    const std::vector<FlagEntry> &entries = m_model->entries();
    std::vector<int> rows;
    for (std::size_t row = 0; row < entries.size(); ++row) {
        if (matches(entries[row]))
            rows.push_back(static_cast<int>(row));
    }
    if (m_isSearching && m_order == SortOrder::Name) {
        const auto rankOf
            = [&](int row) { return m_rankOfCode.value(entries[std::size_t(row)].country.code); };
        std::ranges::stable_sort(rows, {}, rankOf);
    } else {
        sortRows(rows, entries, m_order);
    }
    if (m_isGrouped)
        sortRows(rows, entries, SortOrder::Continent);
    m_places.assign(entries.size(), -1);
    m_nextPlace = 0;
    for (const int row : rows)
        m_places[static_cast<std::size_t>(row)] = m_nextPlace++;
}

void FlagFilter::placeArrivals(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row(); ++row) {
        if (placeOf(row) < 0 && matches(m_model->entries()[static_cast<std::size_t>(row)]))
            m_places[static_cast<std::size_t>(row)] = m_nextPlace++;
    }
}

bool FlagFilter::matches(const FlagEntry &entry) const
{
    const FlagStatus flag = entry.status();
    // With the category All, a search also finds regions and organisations.
    const bool isSearchedFor = m_isSearching && m_category == FlagCategory::All;
    if (!isSearchedFor && !isInCategory(m_category, flag))
        return false;
    return !m_isSearching || matchesSearch(entry, flag);
}

bool FlagFilter::matchesSearch(const FlagEntry &entry, const FlagStatus &flag) const
{
    const auto isIn = [&flag](const QString &word) { return isInSearchState(word, flag); };
    return m_rankOfCode.contains(entry.country.code)
        && (m_states.isEmpty() || std::any_of(m_states.cbegin(), m_states.cend(), isIn))
        && std::none_of(m_excludedStates.cbegin(), m_excludedStates.cend(), isIn);
}

OutsideMatches FlagFilter::outsideMatches() const
{
    OutsideMatches outside;
    if (!m_isSearching || m_category == FlagCategory::All)
        return outside;
    for (const FlagEntry &entry : m_model->entries()) {
        const FlagStatus flag = entry.status();
        if (!isInCategory(m_category, flag) && matchesSearch(entry, flag))
            ++(flag.isCountry ? outside.countries : outside.extras);
    }
    return outside;
}

bool FlagFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return placeOf(row) >= 0;
}

bool FlagFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return placeOf(left.row()) < placeOf(right.row());
}
