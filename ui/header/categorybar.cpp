#include "ui/header/categorybar.h"

#include "ui/header/categorychip.h"
#include "ui/look/cellmetrics.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace {
// Alt+1 to Alt+9, Alt+- and Alt+= as the keyboard has them, and Alt+0 for the last chip. A chip that is added
// between others gets a free key, so that the others keep theirs.
Qt::Key keyOf(FlagCategory category)
{
    switch (category) {
    case FlagCategory::All:
        return Qt::Key_1;
    case FlagCategory::Ticked:
        return Qt::Key_2;
    case FlagCategory::Saved:
        return Qt::Key_3;
    case FlagCategory::Missing:
        return Qt::Key_4;
    case FlagCategory::Damaged:
        return Qt::Key_Equal;
    case FlagCategory::Changed:
        return Qt::Key_5;
    case FlagCategory::Unchanged:
        return Qt::Key_6;
    case FlagCategory::NotFound:
        return Qt::Key_7;
    case FlagCategory::Failed:
        return Qt::Key_8;
    case FlagCategory::Cancelled:
        return Qt::Key_9;
    case FlagCategory::Requested:
        return Qt::Key_Minus;
    case FlagCategory::Extras:
        return Qt::Key_0;
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
    case FlagCategory::Damaged:
        return CategoryBar::tr("In the folder, but not as they were saved. Folder > Repair restores them.");
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
        auto *button = new CategoryChip(categoryTitle(category), QKeySequence(Qt::ALT | keyOf(category)),
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
    // Without a flag in the folder, the chip All says the same.
    const bool isTrivial = category == FlagCategory::Missing && counts.of(FlagCategory::Saved) == 0
        && counts.of(FlagCategory::Damaged) == 0;
    return counts.of(category) > 0 && !isTrivial;
}
