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

} // namespace

QList<QStringList> tableRows(const QString &text)
{
    QStringList lines = text.split(u'\n');
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
    if (lines.size() < 2)
        return {};
    for (const QChar separator : {u'\t', u';', u','}) {
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
