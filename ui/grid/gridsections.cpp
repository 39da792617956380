#include "ui/grid/gridsections.h"

#include <algorithm>

GridSections::GridSections(const QStringList &titles, const Line &line)
    : m_line(line)
{
    for (int row = 0; row < int(titles.size()); ++row) {
        if (m_sections.empty() || m_sections.back().title != titles.at(row))
            m_sections.push_back({.title = titles.at(row), .first = row, .count = 0});
        ++m_sections.back().count;
    }
}

QSize GridSections::extraOf(int row) const
{
    if (isEmpty())
        return {0, 0};
    const Section &section = m_sections[sectionOf(row)];
    const int place = row - section.first;
    const bool isLast = place == section.count - 1;
    const int freePlaces = isLast ? m_line.columns - 1 - place % m_line.columns : 0;
    return {freePlaces * m_line.step, place < m_line.columns ? m_line.heading : 0};
}

int GridSections::rowAbove(int row) const
{
    const std::size_t number = sectionOf(row);
    const int place = row - m_sections[number].first;
    if (place >= m_line.columns)
        return row - m_line.columns;
    if (number == 0)
        return row;
    const Section &above = m_sections[number - 1];
    const int lastLine = (above.count - 1) / m_line.columns * m_line.columns;
    return above.first + std::min(lastLine + place, above.count - 1);
}

int GridSections::rowBelow(int row) const
{
    const std::size_t number = sectionOf(row);
    const Section &section = m_sections[number];
    const int place = row - section.first;
    const bool isInLastLine = place / m_line.columns == (section.count - 1) / m_line.columns;
    if (!isInLastLine)
        return std::min(row + m_line.columns, section.first + section.count - 1);
    if (number + 1 == m_sections.size())
        return row;
    const Section &below = m_sections[number + 1];
    return below.first + std::min(place % m_line.columns, below.count - 1);
}

std::size_t GridSections::sectionOf(int row) const
{
    const auto next = std::ranges::upper_bound(m_sections, row, {}, &Section::first);
    return std::size_t(next - m_sections.begin()) - 1;
}
