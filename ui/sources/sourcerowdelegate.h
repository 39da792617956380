#pragma once

#include <QStyledItemDelegate>

/// Draws a source with two lines: its title, and whether it needs the network. The width does not depend on
/// the texts, so that a long one is elided. Owned by its view.
class SourceRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int secondLineRole
        = Qt::UserRole + 1; ///< QString; the first line is the text of the item

    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
