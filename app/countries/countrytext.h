#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/nameindex.h"
#include "app/countries/tablecolumns.h"

#include <QString>
#include <QStringList>

/// The countries found in a text.
struct CountryText
{
    QStringList codes; ///< in the order of the text, without duplicates
    QStringList unknown; ///< items of lists and cells of tables that name no country, as written, each once
    QStringList ignored; ///< words of running text that name no country, each once
    QList<TableColumn> chosen; ///< for a table: the columns that were read
    QList<TableColumn> columns; ///< for a table without a clear choice: the candidate columns

    friend bool operator==(const CountryText &, const CountryText &) = default;
};

/// Finds countries in a text that is not a query: a list, a table, running text, emoji. Accepts only whole
/// names and codes, and every word of a list or table must be understood; docs/COUNTRIES.md has the rules.
/// `column` is the number of the column that the user has chosen. Call it on the pool.
[[nodiscard]] CountryText countriesInText(const QString &text, const Catalogue &catalogue,
    const NameIndex &names, std::optional<qsizetype> column = {});

/// The first few words for a message, and the number of the others.
[[nodiscard]] QString shortList(const QStringList &words);

/// "column 3, Country: 196 of 198 rows"
[[nodiscard]] QString columnText(const TableColumn &column);

/// The texts of several columns, separated by semicolons.
[[nodiscard]] QString columnsText(const QList<TableColumn> &columns);
