#include "ui/header/categorybar.h"

#include "ui/look/cellmetrics.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

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

// Alt+1 to Alt+9 in the order of the chips, Alt+0 for the last, and Alt+- for the one before it.
QKeySequence shortcutOf(FlagCategory category)
{
    if (category == FlagCategory::Extras)
        return {Qt::ALT | Qt::Key_0};
    const auto number = static_cast<int>(category) + 1;
    return {Qt::ALT | (number < 10 ? static_cast<Qt::Key>(Qt::Key_0 + number) : Qt::Key_Minus)};
}

/// A chip that shows only the first word of its text if the whole does not fit.
class LongChip final : public QToolButton
{
public:
    LongChip() { setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); }

    QSize minimumSizeHint() const override
    {
        const QFontMetrics metrics = fontMetrics();
        const int less = metrics.horizontalAdvance(text()) - metrics.horizontalAdvance(shortText());
        return sizeHint() - QSize(less, 0);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        if (width() < sizeHint().width())
            option.text = shortText();
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
    }

private:
    [[nodiscard]] QString shortText() const { return text().section(u' ', 0, 0) + u'…'; }
};
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
        QToolButton *button = category == FlagCategory::Extras ? new LongChip : new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setShortcut(shortcutOf(category));
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
        QToolButton *button = chip(category);
        button->setVisible(isOffered(category, counts));
        const int count = counts.of(category);
        if (m_isCounted && count == m_counts.of(category))
            continue;
        const QKeySequence shortcut = button->shortcut(); // setText() clears it
        button->setText(tr("%1 %2", "category, number").arg(title(category), QLocale().toString(count)));
        button->setShortcut(shortcut);
        button->setToolTip(tr("Show only these (%1)").arg(shortcut.toString(QKeySequence::NativeText)));
        button->setAccessibleName(button->text());
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
