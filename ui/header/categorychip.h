#pragma once

#include <QToolButton>

/// A chip of CategoryBar: a title and a number, "Saved 17". The number is not part of text(): a screen reader
/// announces every change of a button's text, and the numbers change all the time while a batch runs. The
/// tooltip has the number too, which screen readers read as the description. Owned by CategoryBar.
class CategoryChip final : public QToolButton
{
    Q_OBJECT

public:
    enum class Length {
        Whole,
        Shortenable, ///< elides the title if the whole does not fit; keeps the number as long as it can
    };

    CategoryChip(const QString &title, const QKeySequence &key, Length length);
    Q_DISABLE_COPY_MOVE(CategoryChip)

    void setCount(int count);
    /// A sentence about the countries of the category, for the tooltip.
    void setExplanation(const QString &text);

    /// The title and the number.
    [[nodiscard]] QString shownText() const { return m_shownText; }
    /// As much of it as fits the width.
    [[nodiscard]] QString fittingText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString textOf(const QString &title) const;

    const QString m_title;
    const QKeySequence m_key;
    const Length m_length;
    QString m_shownText;
    QString m_explanation;
    int m_count = 0;
};
