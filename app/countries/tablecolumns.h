#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

/// A column of a table, as it is shown to people.
struct TableColumn
{
    qsizetype number = 0; ///< from 1
    QString heading; ///< empty if the table has none
    qsizetype understood = 0; ///< rows that name a country
    qsizetype filled = 0; ///< rows, without the heading

    friend bool operator==(const TableColumn &, const TableColumn &) = default;
};

/// Which columns of a table name the countries that it is about.
struct ColumnChoice
{
    enum class Kind {
        Columns, ///< the chosen ones
        List, ///< no table, but a list of countries in rows
        Unclear, ///< a person has to choose
    };

    Kind kind = Kind::Unclear;
    QList<TableColumn> columns; ///< all that hold a country or have a heading that speaks for countries
    QList<TableColumn> chosen;
    bool hasHeading = false; ///< the first row is none of the rows
};

/// The codes that a cell names; empty if it is not understood. `asNumber`: "4" is 004.
using CellCodes = std::function<QStringList(const QString &cell, bool asNumber)>;

/// A column counts if at least half of its filled rows are understood, their values vary, and its heading
/// speaks for countries, in one of many languages. "name" and "code" speak only if nearly all rows are
/// understood or another column says the same. Without headings, columns count that are understood completely
/// and agree. `wanted` is the number of the column that a person has chosen.
[[nodiscard]] ColumnChoice columnsOfCountries(
    const QList<QStringList> &rows, const CellCodes &codesOf, std::optional<qsizetype> wanted = {});

/// Whether a column holds nothing but numbers of up to three digits.
[[nodiscard]] bool isNumberColumn(const QList<QStringList> &rows, qsizetype column, bool hasHeading);
