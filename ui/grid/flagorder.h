#pragma once

#include <QString>

#include <array>
#include <optional>
#include <vector>

struct FlagEntry;

/// The orders of the grid. Countries that an order does not distinguish keep the order of the model, which is
/// that of the names: the catalogue collates them for the user's language.
enum class SortOrder {
    Name,
    Code,
    Continent, ///< in the order of the ids; without a continent last
    State, ///< first what needs attention, last what was never requested
    Arrival, ///< the latest result first
};

inline constexpr std::array sortOrders{
    SortOrder::Name, SortOrder::Code, SortOrder::Continent, SortOrder::State, SortOrder::Arrival};

/// The untranslated word of an order, for the settings.
[[nodiscard]] QString sortOrderWord(SortOrder order);
[[nodiscard]] std::optional<SortOrder> sortOrderFromWord(const QString &word);

/// Sorts rows of a model with these entries. Rows that the order does not distinguish stay in theirs.
void sortRows(std::vector<int> &rows, const std::vector<FlagEntry> &entries, SortOrder order);
