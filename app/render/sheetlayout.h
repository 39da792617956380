#pragma once

#include "app/images/sheetoptions.h"

#include <QRectF>
#include <QSizeF>

/// How long the pages of a sheet are.
enum class PageLength {
    Paper, ///< pages of the paper's size
    Endless, ///< one page with all flags, as wide as its columns and as long as its rows
};

/// The geometry of a contact sheet, in points from the top left corner of the page. All cells have the same
/// size and the same grid on every page.
class SheetLayout final
{
public:
    SheetLayout(const SheetOptions &options, int flags, PageLength length);

    [[nodiscard]] QSizeF pageSize() const { return m_page; }
    [[nodiscard]] int pages() const;
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] bool isRightToLeft() const { return m_rightToLeft; }

    [[nodiscard]] int pageOf(int flag) const;
    /// The first flag on a page; for the page after the last one the number of flags.
    [[nodiscard]] int firstFlagOf(int page) const;

    /// The title's place on the first page; empty if the sheet has no title.
    [[nodiscard]] QRectF title() const;
    /// The place for a flag's picture, 4:3.
    [[nodiscard]] QRectF pictureOf(int flag) const;
    /// The place below it for name and code.
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
