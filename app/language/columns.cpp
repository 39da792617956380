#include "app/language/columns.h"

#include <QTextBoundaryFinder>

#include <unicode/uchar.h>

#include <utility>

namespace {

int widthOf(char32_t character)
{
    switch (u_charType(static_cast<UChar32>(character))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
        return 0;
    default:
        break;
    }
    const int width = u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool isWide(QChar character)
{
    return widthOf(char32_t(character.unicode())) == 2;
}

/// The pieces that a line break may separate. A space belongs to the piece before it.
QStringList piecesOf(const QString &text)
{
    QStringList pieces;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    qsizetype from = 0;
    while (finder.toNextBoundary() >= 0) {
        const qsizetype at = finder.position();
        const bool isEnd = at == text.size();
        // The rules also allow breaks in "--no-original" and "http://host".
        if (!isEnd && !text.at(at - 1).isSpace() && !isWide(text.at(at - 1)) && !isWide(text.at(at)))
            continue;
        pieces.append(text.sliced(from, at - from));
        from = at;
    }
    return pieces;
}

QString withoutSpaceAtEnd(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace

qsizetype columnsOf(QStringView text)
{
    qsizetype columns = 0;
    for (const char32_t character : text.toUcs4())
        columns += widthOf(character);
    return columns;
}

QString firstColumns(const QString &text, qsizetype columns)
{
    qsizetype taken = 0;
    qsizetype left = columns;
    for (const char32_t character : text.toUcs4()) {
        left -= widthOf(character);
        if (left < 0)
            break;
        taken += QChar::requiresSurrogates(character) ? 2 : 1;
    }
    return text.first(taken);
}

QStringList wrappedLines(const QString &text, qsizetype columns)
{
    QStringList lines;
    QString line;
    for (const QString &piece : piecesOf(text)) {
        if (!line.isEmpty() && columnsOf(withoutSpaceAtEnd(line + piece)) > columns)
            lines.append(withoutSpaceAtEnd(std::exchange(line, QString())));
        line += piece;
    }
    lines.append(withoutSpaceAtEnd(line));
    return lines;
}
