#include "ui/grid/sectionedview.h"

#include "ui/look/cellmetrics.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <numeric>

void SectionedView::setSections(const TitleOf &titleOf)
{
    m_titleOf = titleOf;
    setUniformItemSizes(!titleOf);
    doItemsLayout();
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

QRect SectionedView::headingRect(const GridSections::Section &section) const
{
    const int top = visualRect(model()->index(section.first, modelColumn(), rootIndex())).top();
    return {spacing(), top - headingHeight(), viewport()->width() - 2 * spacing(), headingHeight()};
}

QRect SectionedView::visualRect(const QModelIndex &cell) const
{
    QRect rect = QListView::visualRect(cell); // lays out the cells if that was delayed
    if (m_sections.isEmpty() || !rect.isValid())
        return rect;
    const QSize extra = m_sections.extraOf(cell.row());
    rect.setTop(rect.top() + extra.height());
    if (isRightToLeft())
        rect.setLeft(rect.left() + extra.width());
    else
        rect.setRight(rect.right() - extra.width());
    return rect;
}

// A cell below a heading is shown with it.
void SectionedView::scrollTo(const QModelIndex &cell, ScrollHint hint)
{
    QListView::scrollTo(cell, hint);
    if (m_sections.isEmpty() || !cell.isValid() || m_sections.extraOf(cell.row()).height() == 0)
        return;
    if (const int hidden = spacing() + headingHeight() - visualRect(cell).top(); hidden > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - hidden);
}

void SectionedView::doItemsLayout()
{
    m_sections = {};
    if (m_titleOf && model() != nullptr) {
        QStringList titles;
        for (int row = 0; row < model()->rowCount(rootIndex()); ++row)
            titles.append(m_titleOf(model()->index(row, modelColumn(), rootIndex())));
        m_sections = GridSections(titles, {.columns = m_columns, .step = m_step, .heading = headingHeight()});
    }
    QListView::doItemsLayout();
}

void SectionedView::setLine(int columns, int step)
{
    m_columns = columns;
    m_step = step;
}

int SectionedView::headingHeight() const
{
    return QFontMetrics(headingFont()).height() + CellMetrics::unit;
}

// QListView repaints every cell inside the bounding rectangle of the region. Cells that change together can
// be far apart, and scrolling divides their rectangles, so each cell of the region is painted once.
void SectionedView::paintCells(const QRegion &exposed)
{
    const int rows = model()->rowCount();
    const auto rectOf = [this](int row) { return visualRect(model()->index(row, 0)); };
    const QRect bounds = exposed.boundingRect();
    QRect neighbours; // cells side by side
    const auto paintNeighbours = [this, &neighbours] {
        QPaintEvent part(neighbours);
        QListView::paintEvent(&part);
    };
    int row = 0;
    for (int end = rows; row < end;) { // halves the rows that may be the first one not above
        const int middle = std::midpoint(row, end);
        if (rectOf(middle).bottom() < bounds.top())
            row = middle + 1;
        else
            end = middle;
    }
    for (; row < rows; ++row) {
        const QRect cell = rectOf(row);
        if (cell.top() > bounds.bottom())
            break;
        const bool isExposed = exposed.intersects(cell);
        if (!neighbours.isNull() && (!isExposed || cell.top() != neighbours.top())) {
            paintNeighbours();
            neighbours = {};
        }
        if (isExposed)
            neighbours |= cell;
    }
    if (!neighbours.isNull())
        paintNeighbours();
}

void SectionedView::paintHeadings(const QRegion &exposed)
{
    executeDelayedItemsLayout(); // replaces the sections
    QPainter painter(viewport());
    painter.setFont(headingFont());
    for (const GridSections::Section &section : m_sections.all()) {
        const QRect area = headingRect(section);
        if (!exposed.intersects(area))
            continue;
        const auto start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
        QRect text;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(area, int(start | Qt::AlignVCenter) | Qt::TextSingleLine, section.title, &text);
        QColor line = palette().color(QPalette::Text);
        line.setAlphaF(0.2F);
        painter.setPen(line);
        const int middle = area.center().y();
        if (isRightToLeft())
            painter.drawLine(area.left(), middle, text.left() - CellMetrics::unit, middle);
        else
            painter.drawLine(text.right() + CellMetrics::unit, middle, area.right(), middle);
    }
}

// QListView mirrors the cells in a layout from right to left, but not the keys.
QModelIndex SectionedView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (isRightToLeft() && (action == MoveLeft || action == MoveRight))
        action = action == MoveLeft ? MoveRight : MoveLeft;
    const QModelIndex current = currentIndex();
    if (m_sections.isEmpty() || !current.isValid() || (action != MoveUp && action != MoveDown))
        return QListView::moveCursor(action, modifiers);
    executeDelayedItemsLayout();
    const int row
        = action == MoveUp ? m_sections.rowAbove(current.row()) : m_sections.rowBelow(current.row());
    return model()->index(row, modelColumn(), rootIndex());
}

QFont SectionedView::headingFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}
