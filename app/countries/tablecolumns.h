#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

/// A column of a table, as it is presented to the user.
struct TableColumn
{
    qsizetype number = 0; ///< from 1
    QString heading; ///< empty if the table has no headings
    qsizetype understood = 0; ///< rows that name a country
    qsizetype filled = 0; ///< rows that are not empty, without the heading

    friend bool operator==(const TableColumn &, const TableColumn &) = default;
};

/// Which columns of a table name countries.
struct ColumnChoice
{
    enum class Kind {
        Columns, ///< those in `chosen`
        List, ///< not a table, but a list of countries in rows
        Unclear, ///< the user has to choose
    };

    Kind kind = Kind::Unclear;
    QList<TableColumn> columns; ///< columns that hold a country or have a heading for countries
    QList<TableColumn> chosen;
    bool hasHeading = false; ///< the first row is a heading
};

/// The codes that a cell names; empty if it is not understood. `asNumber`: "4" is read as 004.
using CellCodes = std::function<QStringList(const QString &cell, bool asNumber)>;

/// Chooses the columns that name countries. A column qualifies if at least half of its filled rows are
/// understood, its values vary, and its heading indicates countries in one of many languages. The headings
/// "name" and "code" count only if nearly all rows are understood or another column agrees. Without headings,
/// columns qualify if they are completely understood and agree. `wanted` is the number of the column that the
/// user has chosen.
[[nodiscard]] ColumnChoice columnsOfCountries(
    const QList<QStringList> &rows, const CellCodes &codesOf, std::optional<qsizetype> wanted = {});

/// Whether a column holds only numbers of up to three digits.
[[nodiscard]] bool isNumberColumn(const QList<QStringList> &rows, qsizetype column, bool hasHeading);
