#pragma once

#include "app/downloads/flagresult.h"

#include <array>

/// The parts of the catalogue that the chips above the grid show. They overlap.
enum class FlagCategory {
    All,
    Ticked,
    Saved, ///< with those whose file was there already
    NotFound,
    Failed,
    Cancelled,
};

inline constexpr std::array flagCategories{FlagCategory::All, FlagCategory::Ticked, FlagCategory::Saved,
    FlagCategory::NotFound, FlagCategory::Failed, FlagCategory::Cancelled};

[[nodiscard]] constexpr bool belongsTo(FlagCategory category, FlagState state, bool ticked)
{
    switch (category) {
    case FlagCategory::All:
        return true;
    case FlagCategory::Ticked:
        return ticked;
    case FlagCategory::Saved:
        return isOnDisk(state);
    case FlagCategory::NotFound:
        return state == FlagState::NotFound;
    case FlagCategory::Failed:
        return state == FlagState::Failed;
    case FlagCategory::Cancelled:
        return state == FlagState::Cancelled;
    }
    return false;
}

/// How many countries are in each category.
class CategoryCounts final
{
public:
    void add(FlagState state, bool ticked)
    {
        for (const FlagCategory category : flagCategories)
            m_counts[static_cast<std::size_t>(category)] += belongsTo(category, state, ticked) ? 1 : 0;
    }
    [[nodiscard]] int of(FlagCategory category) const { return m_counts[static_cast<std::size_t>(category)]; }

private:
    std::array<int, flagCategories.size()> m_counts{};
};
