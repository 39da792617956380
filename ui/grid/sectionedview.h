#pragma once

#include "ui/grid/gridsections.h"

#include <QListView>

#include <functional>

/// A view of equally large cells in lines that can be divided into sections with headings. The delegate adds
/// GridSections::extraOf() to the size of a cell; visualRect() is the cell without it. The arrow keys follow
/// what is seen, also from right to left, where QListView mirrors the cells but not the keys.
class SectionedView : public QListView
{
    Q_OBJECT

public:
    using TitleOf = std::function<QString(const QModelIndex &cell)>;

    /// Begins a section wherever the title changes from one cell to the next. An empty function: no sections.
    void setSections(const TitleOf &titleOf);

    [[nodiscard]] const GridSections &sections() const { return m_sections; }
    /// In viewport coordinates.
    [[nodiscard]] QRect headingRect(const GridSections::Section &section) const;

    [[nodiscard]] QRect visualRect(const QModelIndex &cell) const override;
    void scrollTo(const QModelIndex &cell, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

protected:
    using QListView::QListView;

    /// `step` is the distance from one cell to the next.
    void setLine(int columns, int step);
    [[nodiscard]] int headingHeight() const;
    /// Paints each exposed cell once.
    void paintCells(const QRegion &exposed);
    void paintHeadings(const QRegion &exposed);
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    [[nodiscard]] QFont headingFont() const;

    TitleOf m_titleOf;
    int m_columns = 1;
    int m_step = 0;
    GridSections m_sections; // of the current layout
};
