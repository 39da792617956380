#include "ui/grid/flagorder.h"

#include "app/language/wordtable.h"
#include "ui/grid/flagentry.h"

#include <algorithm>
#include <cstddef>

using namespace Qt::StringLiterals;

namespace {

constexpr auto orderWords = wordTable<SortOrder>({
    {SortOrder::Name, "name"_L1},
    {SortOrder::Code, "code"_L1},
    {SortOrder::Continent, "continent"_L1},
    {SortOrder::State, "state"_L1},
    {SortOrder::Arrival, "arrival"_L1},
});

int urgency(const FlagEntry &entry)
{
    if (showsFault(entry.state, entry.condition()))
        return 1;
    switch (entry.state) {
    case FlagState::Failed:
        return 0;
    case FlagState::NotFound:
        return 2;
    case FlagState::Cancelled:
        return 3;
    case FlagState::Downloading:
        return 4;
    case FlagState::Waiting:
        return 5;
    case FlagState::OnHold:
        return 6;
    case FlagState::Saved:
    case FlagState::Fetched:
        return 7;
    case FlagState::Unchanged:
        return 8;
    case FlagState::Skipped:
        return 9;
    case FlagState::NotAsked:
        return 10;
    }
    Q_UNREACHABLE();
}

bool isBefore(const FlagEntry &one, const FlagEntry &other, SortOrder order)
{
    switch (order) {
    case SortOrder::Name:
        return false;
    case SortOrder::Code:
        return one.country.code < other.country.code;
    case SortOrder::Continent:
        if (one.country.continent.isEmpty() || other.country.continent.isEmpty())
            return !one.country.continent.isEmpty() && other.country.continent.isEmpty();
        return one.country.continent < other.country.continent;
    case SortOrder::State:
        return urgency(one) < urgency(other);
    case SortOrder::Arrival:
        return one.result.ended > other.result.ended; // std::nullopt is less than every time
    }
    Q_UNREACHABLE();
}

} // namespace

QString sortOrderWord(SortOrder order)
{
    return orderWords.wordOf(order);
}

std::optional<SortOrder> sortOrderFromWord(const QString &word)
{
    return orderWords.valueOf(word);
}

void sortRows(std::vector<int> &rows, const std::vector<FlagEntry> &entries, SortOrder order)
{
    if (order == SortOrder::Name)
        return;
    std::ranges::stable_sort(rows, [&](int one, int other) {
        return isBefore(
            entries[static_cast<std::size_t>(one)], entries[static_cast<std::size_t>(other)], order);
    });
}
