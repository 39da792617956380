#include "ui/header/categorybar.h"

#include "ui/header/categorychip.h"
#include "ui/look/cellmetrics.h"

#include <QButtonGroup>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace {
QString title(FlagCategory category)
{
    switch (category) {
    case FlagCategory::All:
        return CategoryBar::tr("All");
    case FlagCategory::Ticked:
        return CategoryBar::tr("Ticked");
    case FlagCategory::Saved:
        return CategoryBar::tr("Saved");
    case FlagCategory::Missing:
        return CategoryBar::tr("Missing");
    case FlagCategory::Changed:
        return CategoryBar::tr("Changed");
    case FlagCategory::Unchanged:
        return CategoryBar::tr("Unchanged");
    case FlagCategory::NotFound:
        return CategoryBar::tr("Not found");
    case FlagCategory::Failed:
        return CategoryBar::tr("Failed");
    case FlagCategory::Cancelled:
        return CategoryBar::tr("Cancelled");
    case FlagCategory::Requested:
        return CategoryBar::tr("Requested");
    case FlagCategory::Extras:
        return CategoryBar::tr("Regions and organisations");
    }
    Q_UNREACHABLE();
}

/// What the title does not say; else empty.
QString explanation(FlagCategory category)
{
    switch (category) {
    case FlagCategory::Saved:
        return CategoryBar::tr("In the folder, downloaded now or before.");
    case FlagCategory::Missing:
        return CategoryBar::tr("Not in the folder.");
    case FlagCategory::Changed:
        return CategoryBar::tr("Their picture has changed since it was saved last.");
    case FlagCategory::Unchanged:
        return CategoryBar::tr("Also saved. The latest update found the same picture at the source.");
    case FlagCategory::Requested:
        return CategoryBar::tr("The flags of the latest update, repair or rebuild, in any state.");
    default:
        return {};
    }
}

// Alt+1 to Alt+9 in the order of the chips, Alt+0 for the last, and Alt+- for the one before it.
QKeySequence shortcutOf(FlagCategory category)
{
    if (category == FlagCategory::Extras)
        return {Qt::ALT | Qt::Key_0};
    const auto number = static_cast<int>(category) + 1;
    return {Qt::ALT | (number < 10 ? static_cast<Qt::Key>(Qt::Key_0 + number) : Qt::Key_Minus)};
}
} // namespace

CategoryBar::CategoryBar(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Which countries to show"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit / 2);
    auto *group = new QButtonGroup(this);
    for (const FlagCategory category : flagCategories) {
        const bool isLong = category == FlagCategory::Extras;
        auto *button = new CategoryChip(title(category), shortcutOf(category),
            isLong ? CategoryChip::Length::Shortenable : CategoryChip::Length::Whole);
        button->setExplanation(explanation(category));
        connect(button, &QToolButton::clicked, this, [this, category] { choose(category); });
        group->addButton(button);
        layout->addWidget(button);
        m_chips[static_cast<std::size_t>(category)] = button;
    }
    layout->addStretch();
    chip(FlagCategory::All)->setChecked(true);
    setCounts({});
}

void CategoryBar::setCounts(const CategoryCounts &counts)
{
    if (m_isCounted && counts == m_counts)
        return;
    for (const FlagCategory category : flagCategories) {
        CategoryChip *button = chip(category);
        button->setVisible(isOffered(category, counts));
        const int count = counts.of(category);
        if (!m_isCounted || count != m_counts.of(category))
            button->setCount(count);
    }
    m_counts = counts;
    m_isCounted = true;
}

void CategoryBar::choose(FlagCategory category)
{
    chip(category)->setChecked(true);
    m_category = category;
    Q_EMIT categoryChosen(category);
}

bool CategoryBar::isOffered(FlagCategory category, const CategoryCounts &counts) const
{
    if (category == FlagCategory::All || category == m_category)
        return true;
    // Without a saved flag, the chip All says the same.
    const bool isTrivial = category == FlagCategory::Missing && counts.of(FlagCategory::Saved) == 0;
    return counts.of(category) > 0 && !isTrivial;
}
