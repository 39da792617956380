#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <vector>

/// Divides the cells of a grid into sections: runs of cells with the same title. Each section has a heading
/// and begins a new line. QListView has neither headings nor line breaks, so cells claim the space for them:
/// those in the first line of a section are higher, by the heading above them, and the last cell of a section
/// is as wide as the rest of its line. A value; all sizes are in device-independent pixels.
class GridSections final
{
public:
    struct Section
    {
        QString title;
        int first = 0; ///< row of the model
        int count = 0;
    };

    /// The cells of a line, which are equally large.
    struct Line
    {
        int columns = 1;
        int step = 0; ///< from one cell to the next
        int heading = 0; ///< height of a heading
    };

    /// No sections.
    GridSections() = default;
    /// `titles` are those of the rows.
    GridSections(const QStringList &titles, const Line &line);

    [[nodiscard]] bool isEmpty() const { return m_sections.empty(); }
    [[nodiscard]] const std::vector<Section> &all() const { return m_sections; }

    /// What the cell claims besides its own size: at its end, and above it.
    [[nodiscard]] QSize extraOf(int row) const;
    /// The row that is above or below in the same column, or in the last one of a shorter line. At the edge
    /// of the grid, `row` itself.
    [[nodiscard]] int rowAbove(int row) const;
    [[nodiscard]] int rowBelow(int row) const;

private:
    [[nodiscard]] std::size_t sectionOf(int row) const;

    Line m_line;
    std::vector<Section> m_sections;
};
