#pragma once

#include "app/images/sheetoptions.h"

#include <QRectF>
#include <QSizeF>

/// Whether pages have the paper's size, or one has what the flags need.
enum class PageLength {
    Paper,
    Endless, ///< one page for all, for pictures: as wide as its columns, as long as its rows
};

/// Where everything of a contact sheet stands, in points from the page's corner. All cells have the same size
/// and stand on the same grid on every page.
class SheetLayout final
{
public:
    SheetLayout(const SheetOptions &options, int flags, PageLength length);

    [[nodiscard]] QSizeF pageSize() const { return m_page; }
    [[nodiscard]] int pages() const;
    [[nodiscard]] bool isRightToLeft() const { return m_rightToLeft; }

    [[nodiscard]] int pageOf(int flag) const;
    /// The first flag of a page; of the page behind the last, the number of flags.
    [[nodiscard]] int firstFlagOf(int page) const;

    /// On the first page; empty if the sheet has no title.
    [[nodiscard]] QRectF title() const;
    /// The room for a flag's picture, of 4:3.
    [[nodiscard]] QRectF pictureOf(int flag) const;
    /// The room for name and code below it.
    [[nodiscard]] QRectF textOf(int flag) const;
    /// The last line of each page.
    [[nodiscard]] QRectF footer() const;

    [[nodiscard]] double titleSize() const { return 20; }
    [[nodiscard]] double nameSize() const { return m_nameSize; }
    [[nodiscard]] double codeSize() const { return m_nameSize * 0.8; }
    [[nodiscard]] double footerSize() const { return 6.5; }

private:
    [[nodiscard]] QRectF cellOf(int flag) const;
    [[nodiscard]] double topOf(int page) const;

    int m_flags;
    int m_columns;
    bool m_rightToLeft;
    bool m_hasTitle;
    QSizeF m_page;
    QSizeF m_cell;
    double m_nameSize;
    double m_rowGap = 0;
    int m_rowsOnFirstPage = 1;
    int m_rowsOnOtherPages = 1;
};
