#include "app/countries/countrytable.h"

#include <algorithm>

namespace {

QStringList cellsOf(const QString &line, QChar separator)
{
    QStringList cells{QString()};
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            cells.append(QString());
        else
            cells.last() += c;
    }
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}

/// The line between head and rows of a Markdown table.
bool isRule(const QString &line)
{
    return line.contains(u'-')
        && std::all_of(line.cbegin(), line.cend(), [](QChar c) { return QStringView(u"|-: +").contains(c); });
}

QString withoutOuterBars(const QString &line)
{
    const QString text = line.trimmed();
    return text.size() > 1 && text.startsWith(u'|') && text.endsWith(u'|') ? text.sliced(1, text.size() - 2)
                                                                           : text;
}

} // namespace

QList<QStringList> tableRows(const QString &text)
{
    QStringList lines = text.split(u'\n');
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty() || isRule(line); });
    if (lines.size() < 2)
        return {};
    for (const QChar separator : {u'\t', u'|', u';', u','}) {
        if (separator == u'|')
            for (QString &line : lines)
                line = withoutOuterBars(line);
        const qsizetype columns = cellsOf(lines.first(), separator).size();
        QList<QStringList> rows;
        for (const QString &line : std::as_const(lines)) {
            rows.append(cellsOf(line, separator));
            if (columns < 2 || rows.last().size() != columns)
                break;
        }
        if (columns > 1 && rows.size() == lines.size() && rows.last().size() == columns)
            return rows;
    }
    return {};
}
