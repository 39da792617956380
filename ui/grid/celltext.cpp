#include "ui/grid/celltext.h"

#include <QTextLayout>

void CellText::setSpace(const QFont &font, int width)
{
    if (width == m_width && font == m_font)
        return;
    m_font = font;
    m_width = width;
    m_linesOfName.clear();
}

const NameLines &CellText::linesOf(const QString &name)
{
    auto found = m_linesOfName.find(name);
    if (found == m_linesOfName.end())
        found = m_linesOfName.insert(name, broken(name));
    return *found;
}

NameLines CellText::broken(const QString &name) const
{
    const QFontMetrics metrics(m_font);
    if (metrics.horizontalAdvance(name) <= m_width)
        return {.lines = {name, QString()}, .count = 1};

    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(name, m_font);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(m_width);
    layout.endLayout();

    const int breakAt = first.textLength();
    const QString rest = name.mid(breakAt).trimmed();
    return {.lines = {name.left(breakAt).trimmed(), metrics.elidedText(rest, Qt::ElideMiddle, m_width)},
        .count = 2};
}
