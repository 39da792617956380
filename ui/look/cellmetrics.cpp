#include "ui/look/cellmetrics.h"

#include <QFontMetrics>
#include <QTextLayout>

#include <algorithm>

namespace {

// Sizes in device-independent pixels.
constexpr int gapUnderPicture = 6;
constexpr int gapUnderName = 1;
constexpr int badgeSide = 20;

constexpr int maximumNameLines = 2;

} // namespace

CellMetrics::CellMetrics(int pictureWidth, const QFontMetrics &font, int stretch)
    : m_picture(pictureWidth, pictureWidth * 3 / 4)
    , m_lineHeight(std::max(font.height(), 16))
{
    const int texts = gapUnderPicture + maximumNameLines * m_lineHeight + gapUnderName + m_lineHeight;
    m_cell = {pictureWidth + 2 * unit + stretch, unit + m_picture.height() + texts + unit};
}

QRect CellMetrics::pictureArea(const QRect &cell) const
{
    const int left = cell.left() + (cell.width() - m_picture.width()) / 2;
    return {QPoint(left, cell.top() + unit), m_picture};
}

QRect CellMetrics::nameLine(const QRect &cell, int line, int nameLines) const
{
    const int top = cell.top() + unit + m_picture.height() + gapUnderPicture
        + (maximumNameLines - nameLines) * m_lineHeight / 3 + line * m_lineHeight;
    return {cell.left() + unit / 2, top, cell.width() - unit, m_lineHeight};
}

QRect CellMetrics::caption(const QRect &cell, int nameLines) const
{
    return nameLine(cell, nameLines, nameLines).translated(0, gapUnderName);
}

QRect CellMetrics::badge(const QRect &pictureArea)
{
    return {pictureArea.right() - badgeSide + unit / 2, pictureArea.top() - unit / 2, badgeSide, badgeSide};
}

QRect CellMetrics::badgeTarget(const QRect &cell) const
{
    return badge(pictureArea(cell)).adjusted(-unit, -unit, unit, unit).intersected(cell);
}

void TextCache::setFont(const QFont &font)
{
    if (font == m_font)
        return;
    m_font = font;
    m_texts.clear();
}

const QStaticText &TextCache::of(const QString &text)
{
    constexpr qsizetype maximumTexts = 4000; // names and codes of all countries need a thousand
    if (const auto found = m_texts.constFind(text); found != m_texts.constEnd())
        return *found;
    if (m_texts.size() >= maximumTexts)
        m_texts.clear();
    QStaticText laidOut(text);
    laidOut.setTextFormat(Qt::PlainText);
    laidOut.setPerformanceHint(QStaticText::AggressiveCaching);
    laidOut.prepare({}, m_font);
    return *m_texts.insert(text, laidOut);
}

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
        found = m_linesOfName.insert(name, breakLines(name));
    return *found;
}

NameLines CellText::breakLines(const QString &name) const
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
