#include "ui/sources/sourcerowdelegate.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"

#include <QApplication>
#include <QPainter>

namespace {

constexpr double secondLineShare = 0.75; // of the text colour; the rest is the background

void drawLine(QPainter &painter, const QStyleOptionViewItem &row, const QRect &area, const QString &text,
    const QColor &colour, Qt::Alignment vertical)
{
    painter.setPen(colour);
    painter.setFont(row.font);
    painter.drawText(area,
        int(QStyle::visualAlignment(row.direction, Qt::AlignLeft) | vertical) | Qt::TextSingleLine,
        row.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
}

} // namespace

QSize SourceRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {CellMetrics::unit, 2 * option.fontMetrics.lineSpacing() + CellMetrics::unit};
}

void SourceRowDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString title = row.text;
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget); // background and focus

    const bool isSelected = row.state.testFlag(QStyle::State_Selected);
    const auto group = row.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor text = row.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor ground = row.palette.color(group, isSelected ? QPalette::Highlight : QPalette::Base);
    const QRect area = row.rect.adjusted(
        CellMetrics::unit / 2, CellMetrics::unit / 2, -CellMetrics::unit / 2, -CellMetrics::unit / 2);
    drawLine(*painter, row, area, title, text, Qt::AlignTop);
    drawLine(*painter, row, area, index.data(secondLineRole).toString(),
        isSelected ? text : blend(text, ground, secondLineShare), Qt::AlignBottom);
}
