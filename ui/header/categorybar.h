#pragma once

#include "ui/grid/flagcategory.h"

#include <QWidget>

#include <array>

class QToolButton;

/// The chips above the grid: "All 250  Ticked 20  Saved 17". Hides the chip of an empty category, except All.
/// Emits categoryChanged() for a click and for choose(). Owned by HeaderBar.
class CategoryBar final : public QWidget
{
    Q_OBJECT

public:
    explicit CategoryBar(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CategoryBar)

    /// Chooses All if the chosen category has become empty.
    void setCounts(const CategoryCounts &counts);

    /// The same as a click on the chip of the category.
    void choose(FlagCategory category);
    [[nodiscard]] FlagCategory category() const { return m_category; }

Q_SIGNALS:
    void categoryChanged(FlagCategory category);

private:
    [[nodiscard]] QToolButton *chip(FlagCategory category) const
    {
        return m_chips[static_cast<std::size_t>(category)];
    }

    std::array<QToolButton *, flagCategories.size()> m_chips{};
    FlagCategory m_category = FlagCategory::All;
    CategoryCounts m_counts; // shown
    bool m_isCounted = false; // setCounts() was called
};
