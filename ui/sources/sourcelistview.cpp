#include "ui/sources/sourcelistview.h"

#include "app/language/joining.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr int networkRole = Qt::UserRole + 1;
constexpr int widestRow = 40; // characters; a longer title is elided
constexpr double secondLineShare = 0.75; // of the text colour; the rest is the background

/// Draws a row with two lines. Its width does not depend on the text, so that a long title is elided.
class SourceRowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {CellMetrics::unit, 2 * option.fontMetrics.lineSpacing() + CellMetrics::unit};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
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
        drawLine(*painter, row, area, index.data(networkRole).toString(),
            isSelected ? text : blend(text, ground, secondLineShare), Qt::AlignBottom);
    }

private:
    static void drawLine(QPainter &painter, const QStyleOptionViewItem &row, const QRect &area,
        const QString &text, const QColor &colour, Qt::Alignment vertical)
    {
        painter.setPen(colour);
        painter.setFont(row.font);
        painter.drawText(area,
            int(QStyle::visualAlignment(row.direction, Qt::AlignLeft) | vertical) | Qt::TextSingleLine,
            row.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
    }
};

} // namespace

SourceListView::SourceListView(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new SourceRowDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void SourceListView::setRows(const QList<SourceRow> &rows, const QString &currentKey)
{
    const QSignalBlocker blocker(this);
    const int before = currentRow();
    while (count() > rows.size())
        delete takeItem(count() - 1);
    for (qsizetype number = 0; number < rows.size(); ++number) {
        const SourceRow &row = rows.at(number);
        QListWidgetItem *shown = item(int(number));
        if (shown == nullptr)
            shown = new QListWidgetItem(this);
        const QString marked = row.isUnsaved ? tr("● %1, not saved", "a source").arg(row.title) : row.title;
        const QString spoken = row.isUnsaved ? tr("%1, not saved", "a source").arg(row.title) : row.title;
        shown->setText(marked);
        shown->setData(keyRole, row.key);
        shown->setData(networkRole, row.network);
        shown->setData(Qt::AccessibleTextRole, joinedPhrases({spoken, row.network}));
        shown->setToolTip(row.toolTip);
    }
    const int wanted = rowOf(currentKey);
    setCurrentRow(wanted >= 0 ? wanted : std::clamp(before, 0, count() - 1));
    updateGeometry();
}

QString SourceListView::currentKey() const
{
    return currentItem() ? currentItem()->data(keyRole).toString() : QString();
}

int SourceListView::rowOf(const QString &key) const
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(keyRole).toString() == key)
            return row;
    }
    return -1;
}

QSize SourceListView::sizeHint() const
{
    int width = fontMetrics().averageCharWidth();
    for (int row = 0; row < count(); ++row) {
        width = std::max({width, fontMetrics().horizontalAdvance(item(row)->text()),
            fontMetrics().horizontalAdvance(item(row)->data(networkRole).toString())});
    }
    width = std::min(width, widestRow * fontMetrics().averageCharWidth());
    return {width + CellMetrics::unit + verticalScrollBar()->sizeHint().width() + 2 * frameWidth(),
        QListWidget::sizeHint().height()};
}

QSize SourceListView::minimumSizeHint() const
{
    return {sizeHint().width(), QListWidget::minimumSizeHint().height()};
}

void SourceListView::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}
