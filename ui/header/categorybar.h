#pragma once

#include "ui/grid/flagcategory.h"

#include <QWidget>

#include <array>

class CategoryChip;

/// The chips above the grid: "All 250  Ticked 20  Saved 17". Hides the chips of empty categories, except All
/// and the chosen one, which stays chosen: its countries are still in the grid. Emits categoryChosen() for a
/// click and for choose(), also for the category that is chosen already. Owned by HeaderBar.
class CategoryBar final : public QWidget
{
    Q_OBJECT

public:
    explicit CategoryBar(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CategoryBar)

    void setCounts(const CategoryCounts &counts);

    /// The same as a click on the chip of the category.
    void choose(FlagCategory category);
    [[nodiscard]] FlagCategory category() const { return m_category; }

Q_SIGNALS:
    void categoryChosen(FlagCategory category);

private:
    [[nodiscard]] bool isOffered(FlagCategory category, const CategoryCounts &counts) const;
    [[nodiscard]] CategoryChip *chip(FlagCategory category) const
    {
        return m_chips[static_cast<std::size_t>(category)];
    }

    std::array<CategoryChip *, flagCategories.size()> m_chips{};
    FlagCategory m_category = FlagCategory::All;
    CategoryCounts m_counts; // shown
    bool m_isCounted = false; // setCounts() was called
};
