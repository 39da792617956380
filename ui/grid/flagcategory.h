#pragma once

#include "app/downloads/flagresult.h"

#include <array>

/// The properties of a row that decide its categories.
struct FlagStatus
{
    FlagState state = FlagState::NotAsked;
    bool isTicked = false;
    bool isChanged = false; ///< see FlagResult
    bool isRequested = false; ///< see FlagModel::setRequested()
    bool isCountry = true; ///< false for a part of a country and an organisation
};

/// The categories that the chips above the grid show, in the order of the chips. A country can be in several.
enum class FlagCategory {
    All, ///< countries
    Ticked,
    Saved, ///< also Unchanged and Skipped
    Missing, ///< countries without a file in the folder
    Changed,
    Unchanged,
    NotFound,
    Failed,
    Cancelled,
    Requested, ///< by an operation on a set, independent of the ticks
    Extras, ///< regions and organisations
};

inline constexpr std::array flagCategories{FlagCategory::All, FlagCategory::Ticked, FlagCategory::Saved,
    FlagCategory::Missing, FlagCategory::Changed, FlagCategory::Unchanged, FlagCategory::NotFound,
    FlagCategory::Failed, FlagCategory::Cancelled, FlagCategory::Requested, FlagCategory::Extras};

[[nodiscard]] constexpr bool isInCategory(FlagCategory category, const FlagStatus &flag)
{
    switch (category) {
    case FlagCategory::All:
        return flag.isCountry;
    case FlagCategory::Extras:
        return !flag.isCountry;
    case FlagCategory::Ticked:
        return flag.isTicked;
    case FlagCategory::Saved:
        return isOnDisk(flag.state);
    case FlagCategory::Missing:
        return flag.isCountry && !isOnDisk(flag.state);
    case FlagCategory::Changed:
        return flag.isChanged;
    case FlagCategory::Unchanged:
        return flag.state == FlagState::Unchanged;
    case FlagCategory::NotFound:
        return flag.state == FlagState::NotFound;
    case FlagCategory::Failed:
        return flag.state == FlagState::Failed;
    case FlagCategory::Cancelled:
        return flag.state == FlagState::Cancelled;
    case FlagCategory::Requested:
        return flag.isRequested;
    }
    return false;
}

/// The number of countries in each category.
class CategoryCounts final
{
public:
    void add(const FlagStatus &flag)
    {
        for (const FlagCategory category : flagCategories)
            m_counts[static_cast<std::size_t>(category)] += isInCategory(category, flag) ? 1 : 0;
    }
    friend bool operator==(const CategoryCounts &, const CategoryCounts &) = default;

    [[nodiscard]] int of(FlagCategory category) const { return m_counts[static_cast<std::size_t>(category)]; }

private:
    std::array<int, flagCategories.size()> m_counts{};
};
