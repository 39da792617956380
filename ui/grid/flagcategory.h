#pragma once

#include "ui/look/stateappearance.h"

#include <QString>

#include <array>

/// The properties of a row that decide its categories.
struct FlagStatus
{
    FlagState state = FlagState::NotAsked;
    bool isTicked = false;
    bool isChanged = false; ///< see FlagResult
    bool isRequested = false; ///< see FlagModel::setRequested()
    bool isCountry = true; ///< false for a part of a country and an organisation
    FileCondition file = FileCondition::None;
};

/// The categories that the chips above the grid show, in the order of the chips. A country can be in several.
/// Saved, Missing and Damaged depend only on the file in the folder, and a country is in one of them; the
/// others depend on the ticks and on what the latest batch did.
enum class FlagCategory {
    All, ///< countries
    Ticked,
    Saved, ///< with a whole file in the folder
    Missing, ///< countries without a file in the folder
    Damaged, ///< with a file in the folder that is not as it was saved
    Changed,
    Unchanged,
    NotFound,
    Failed,
    Cancelled,
    Requested, ///< by an operation on a set, independent of the ticks
    Extras, ///< regions and organisations
};

inline constexpr std::array flagCategories{FlagCategory::All, FlagCategory::Ticked, FlagCategory::Saved,
    FlagCategory::Missing, FlagCategory::Damaged, FlagCategory::Changed, FlagCategory::Unchanged,
    FlagCategory::NotFound, FlagCategory::Failed, FlagCategory::Cancelled, FlagCategory::Requested,
    FlagCategory::Extras};

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
        return flag.file == FileCondition::Whole;
    case FlagCategory::Missing:
        return flag.isCountry && (flag.file == FileCondition::None || flag.file == FileCondition::Gone);
    case FlagCategory::Damaged:
        return flag.file == FileCondition::Damaged;
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

/// The title of a category, as its chip shows it.
[[nodiscard]] QString categoryTitle(FlagCategory category);

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
