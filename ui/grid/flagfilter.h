#pragma once

#include "ui/grid/flagcategory.h"

#include <QSortFilterProxyModel>
#include <QStringList>

/// Shows the countries of one category that match what a person typed. Every word must be in the name, or
/// begin the alpha-2 or alpha-3 code; case and accents make no difference.
class FlagFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FlagFilter(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlagFilter)

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }

    void setCategory(FlagCategory category);
    [[nodiscard]] FlagCategory category() const { return m_category; }

    /// Whether it may hide anything.
    [[nodiscard]] bool isActive() const { return !m_words.isEmpty() || m_category != FlagCategory::All; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QStringList m_words; // folded
    FlagCategory m_category = FlagCategory::All;
};
