#include "ui/sources/sourcelistview.h"

#include "app/language/joining.h"
#include "ui/look/cellmetrics.h"
#include "ui/sources/sourcerowdelegate.h"

#include <QEvent>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr int widestRow = 40; // characters; a longer title is elided

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
        shown->setData(SourceRowDelegate::secondLineRole, row.network);
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
            fontMetrics().horizontalAdvance(item(row)->data(SourceRowDelegate::secondLineRole).toString())});
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
