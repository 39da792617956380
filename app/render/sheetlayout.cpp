#include "app/render/sheetlayout.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace {

// In points.
constexpr double margin = 40;
constexpr double columnGap = 14;
constexpr double smallestRowGap = 8;
constexpr double largestRowGap = 20;
constexpr double titleHeight = 42;
constexpr double footerHeight = 24;
constexpr double textGap = 5; // between picture and name

constexpr double usualCellWidth = 92; // about 1.25 inches

int dividedUp(int number, int by)
{
    return (number + by - 1) / by;
}

double widthOf(int columns, double cellWidth)
{
    return columns * cellWidth + (columns - 1) * columnGap;
}

int automaticColumns(Paper paper)
{
    const double width = sizeOf(paper).width() - 2 * margin;
    return std::max(1, qRound((width + columnGap) / (usualCellWidth + columnGap)));
}

/// The fewest columns from the automatic number on with which one page has all flags.
int columnsThatFit(SheetOptions options, int flags)
{
    options.columns = automaticColumns(options.paper);
    while (
        options.columns < maximalSheetColumns && SheetLayout(options, flags, PageLength::Paper).pages() > 1)
        ++options.columns;
    return options.columns;
}

int columnsFor(const SheetOptions &options, int flags, PageLength length)
{
    if (options.columns > 0)
        return std::min(options.columns, maximalSheetColumns);
    constexpr int fewest = 4;
    if (length == PageLength::Endless)
        return std::clamp(int(std::ceil(std::sqrt(flags))), fewest, maximalSheetColumns);
    return options.columns == columnsForOnePage ? columnsThatFit(options, flags)
                                                : automaticColumns(options.paper);
}

} // namespace

SheetLayout::SheetLayout(const SheetOptions &options, int flags, PageLength length)
    : m_flags(flags)
    , m_columns(columnsFor(options, flags, length))
    , m_rightToLeft(QLocale(options.language).textDirection() == Qt::RightToLeft)
    , m_hasTitle(!options.title.trimmed().isEmpty())
    , m_page(sizeOf(options.paper))
{
    if (length == PageLength::Endless)
        m_page.setWidth(widthOf(m_columns, usualCellWidth) + 2 * margin);
    const double cellWidth = (m_page.width() - 2 * margin - widthOf(m_columns, 0)) / m_columns;
    constexpr double smallest = 3;
    constexpr double largest = 11;
    m_nameSize = std::clamp(cellWidth / 11, smallest, largest);
    constexpr double lines = 2 * 1.3 + 0.8 * 1.5; // two of the name, one of the code
    m_cell = {cellWidth, cellWidth * 3 / 4 + textGap + m_nameSize * lines};

    // Fit as many rows as possible with the smallest gap, then widen the gap to fill the first page.
    const double available = m_page.height() - topOf(0) - footerHeight - margin;
    m_rowsOnFirstPage = std::max(1, int((available + smallestRowGap) / (m_cell.height() + smallestRowGap)));
    const double rest = available - m_rowsOnFirstPage * m_cell.height();
    m_rowGap = std::clamp(rest / std::max(1, m_rowsOnFirstPage - 1), smallestRowGap, largestRowGap);
    const double rowHeight = m_cell.height() + m_rowGap;
    const double otherAvailable = m_page.height() - topOf(1) - footerHeight - margin;
    m_rowsOnOtherPages = std::max(m_rowsOnFirstPage, int((otherAvailable + m_rowGap) / rowHeight));
    // With one column a cell may be higher than the paper. Then the page is made higher.
    const double needed = topOf(0) + m_cell.height() + footerHeight + margin;
    m_page.setHeight(std::max(m_page.height(), needed));
    if (length == PageLength::Endless) {
        m_rowsOnFirstPage = std::max(1, dividedUp(flags, m_columns));
        m_page.setHeight(topOf(0) + m_rowsOnFirstPage * rowHeight - m_rowGap + footerHeight + margin);
    }
}

int SheetLayout::pages() const
{
    const int others = std::max(0, m_flags - m_rowsOnFirstPage * m_columns);
    return 1 + dividedUp(others, m_rowsOnOtherPages * m_columns);
}

int SheetLayout::pageOf(int flag) const
{
    const int others = flag - m_rowsOnFirstPage * m_columns;
    return others < 0 ? 0 : 1 + others / (m_rowsOnOtherPages * m_columns);
}

int SheetLayout::firstFlagOf(int page) const
{
    if (page == 0)
        return 0;
    return std::min(m_flags, (m_rowsOnFirstPage + (page - 1) * m_rowsOnOtherPages) * m_columns);
}

QRectF SheetLayout::title() const
{
    if (!m_hasTitle)
        return {};
    return {margin, margin - titleSize() / 4, m_page.width() - 2 * margin, titleHeight};
}

QRectF SheetLayout::pictureOf(int flag) const
{
    const QRectF cell = cellOf(flag);
    return {cell.topLeft(), QSizeF(cell.width(), cell.width() * 3 / 4)};
}

QRectF SheetLayout::textOf(int flag) const
{
    return cellOf(flag).adjusted(0, m_cell.width() * 3 / 4 + textGap, 0, 0);
}

QRectF SheetLayout::footer() const
{
    const double lineHeight = footerSize() * 1.4;
    return {margin, m_page.height() - margin - lineHeight, m_page.width() - 2 * margin, lineHeight};
}

QRectF SheetLayout::cellOf(int flag) const
{
    const int page = pageOf(flag);
    const int place = flag - firstFlagOf(page);
    const int row = place / m_columns;
    const int column = m_rightToLeft ? m_columns - 1 - place % m_columns : place % m_columns;
    const QPointF corner(
        margin + column * (m_cell.width() + columnGap), topOf(page) + row * (m_cell.height() + m_rowGap));
    return {corner, m_cell};
}

double SheetLayout::topOf(int page) const
{
    return margin + (page == 0 && m_hasTitle ? titleHeight : 0);
}
