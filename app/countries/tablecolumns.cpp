#include "app/countries/tablecolumns.h"

#include "app/countries/countrytable.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Column
{
    TableColumn shown;
    HeadingStrength strength = HeadingStrength::None;
    bool numbers = false;
    bool headUnderstood = false;
    QStringList codes; // by row, without the heading; empty if not understood
    qsizetype values = 0; // number of different values

    [[nodiscard]] bool isComplete() const { return shown.filled > 0 && shown.understood == shown.filled; }
    [[nodiscard]] bool isHalfUnderstood() const
    {
        return shown.understood > 0 && 2 * shown.understood >= shown.filled;
    }
};

Column readColumn(const QList<QStringList> &rows, qsizetype at, bool hasHeading, const CellCodes &codesOf)
{
    Column column;
    const QString &head = rows.first().at(at);
    column.shown = {at + 1, hasHeading ? head : QString(), 0, 0};
    column.strength = hasHeading ? headingStrength(head) : HeadingStrength::None;
    column.numbers = isNumberColumn(rows, at, hasHeading);
    column.headUnderstood = !codesOf(head, false).isEmpty();
    if (column.numbers && hasHeading && !isNumberHeading(head))
        column.strength = HeadingStrength::None;
    QSet<QString> values;
    for (qsizetype row = hasHeading ? 1 : 0; row < rows.size(); ++row) {
        const QString &cell = rows.at(row).at(at);
        const QString codes = cell.isEmpty() ? QString() : codesOf(cell, column.numbers).join(u' ');
        column.codes.append(codes);
        column.shown.filled += cell.isEmpty() ? 0 : 1;
        column.shown.understood += codes.isEmpty() ? 0 : 1;
        if (!codes.isEmpty())
            values.insert(codes);
    }
    column.values = values.size();
    return column;
}

/// Whether two columns name the same country in most of the rows where both name one.
bool agree(const Column &one, const Column &other)
{
    qsizetype same = 0;
    qsizetype both = 0;
    for (qsizetype row = 0; row < one.codes.size(); ++row) {
        if (one.codes.at(row).isEmpty() || other.codes.at(row).isEmpty())
            continue;
        ++both;
        same += one.codes.at(row) == other.codes.at(row) ? 1 : 0;
    }
    return both > 0 && 2 * both >= std::min(one.shown.understood, other.shown.understood)
        && 4 * same >= 3 * both;
}

bool varies(const Column &column)
{
    constexpr qsizetype fewRows = 3;
    return column.values > 1 || column.shown.filled < fewRows;
}

bool qualifies(const Column &column, const QList<Column> &all)
{
    if (!column.isHalfUnderstood() || !varies(column) || column.strength == HeadingStrength::None)
        return false;
    const bool nearlyAll = 10 * column.shown.understood >= 9 * column.shown.filled;
    const bool confirmed = std::any_of(all.cbegin(), all.cend(), [&column](const Column &other) {
        return other.shown.number != column.shown.number && agree(column, other);
    });
    return column.strength != HeadingStrength::Weak || nearlyAll || confirmed;
}

/// Whether `one` is the better column to read.
bool isBetter(const Column &one, const Column &other)
{
    if (one.numbers != other.numbers)
        return other.numbers;
    if (one.strength != other.strength)
        return one.strength > other.strength;
    return one.shown.understood * other.shown.filled > other.shown.understood * one.shown.filled;
}

QList<Column> chosenByHeading(const QList<Column> &all)
{
    QList<Column> candidates;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(candidates),
        [&all](const Column &column) { return qualifies(column, all); });
    if (candidates.isEmpty())
        return {};
    const Column best = *std::min_element(candidates.cbegin(), candidates.cend(), isBetter);
    // "Origin country" and "Destination country" both count.
    candidates.removeIf([&best](const Column &column) {
        return column.shown.number != best.shown.number
            && (column.strength != HeadingStrength::Country || column.numbers != best.numbers
                || best.strength != HeadingStrength::Country || agree(column, best));
    });
    return candidates;
}

/// For tables without headings: the first complete column, if all complete columns agree.
QList<Column> chosenWithoutHeading(const QList<Column> &all)
{
    QList<Column> complete;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(complete),
        [](const Column &column) { return column.isComplete() && !column.numbers; });
    if (complete.size() < 2)
        return {};
    const bool same = std::all_of(complete.cbegin(), complete.cend(),
        [&complete](const Column &column) { return agree(column, complete.first()); });
    return same ? complete.first(1) : QList<Column>();
}

QList<TableColumn> shown(const QList<Column> &columns)
{
    QList<TableColumn> list;
    for (const Column &column : columns)
        list.append(column.shown);
    return list;
}

} // namespace

ColumnChoice columnsOfCountries(
    const QList<QStringList> &rows, const CellCodes &codesOf, std::optional<qsizetype> wanted)
{
    const QStringList &first = rows.first();
    const auto isUnderstood = [&codesOf](const QString &cell) { return !codesOf(cell, false).isEmpty(); };
    const qsizetype understood = std::count_if(first.cbegin(), first.cend(), isUnderstood);
    const bool speaks = std::any_of(first.cbegin(), first.cend(),
        [](const QString &cell) { return headingStrength(cell) != HeadingStrength::None; });
    ColumnChoice choice;
    choice.hasHeading = speaks || 2 * understood < first.size() - first.count(QString());

    QList<Column> columns;
    for (qsizetype at = 0; at < first.size(); ++at)
        columns.append(readColumn(rows, at, choice.hasHeading, codesOf));
    QList<Column> chosen = choice.hasHeading ? chosenByHeading(columns) : chosenWithoutHeading(columns);
    if (wanted && *wanted >= 1 && *wanted <= columns.size())
        chosen = {columns.at(*wanted - 1)};
    choice.chosen = shown(chosen);
    if (!chosen.isEmpty()) {
        choice.kind = ColumnChoice::Kind::Columns;
        return choice;
    }

    qsizetype filled = 0;
    qsizetype named = 0;
    for (const Column &column : std::as_const(columns)) {
        filled += column.numbers ? 0 : column.shown.filled;
        named += column.numbers ? 0 : column.shown.understood;
    }
    if (!choice.hasHeading && named > 0 && 4 * named >= 3 * filled)
        choice.kind = ColumnChoice::Kind::List;
    columns.removeIf([](const Column &column) {
        return column.shown.understood == 0 && column.strength == HeadingStrength::None;
    });
    choice.columns = shown(columns);
    return choice;
}

bool isNumberColumn(const QList<QStringList> &rows, qsizetype column, bool hasHeading)
{
    constexpr qsizetype mostDigits = 3;
    bool any = false;
    for (qsizetype row = hasHeading ? 1 : 0; row < rows.size(); ++row) {
        const QString &cell = rows.at(row).at(column);
        if (cell.size() > mostDigits
            || !std::all_of(cell.cbegin(), cell.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
            return false;
        any |= !cell.isEmpty();
    }
    return any;
}
