#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/nameindex.h"
#include "app/countries/tablecolumns.h"

#include <QString>
#include <QStringList>

/// What a text says of countries.
struct CountryText
{
    QStringList codes; ///< in the order of the text, each once
    QStringList unknown; ///< items of lists and cells of tables that name no country, as written, each once
    QStringList passedOver; ///< words of running text that name no country, each once
    QList<TableColumn> chosen; ///< of a table, what was read
    QList<TableColumn> columns; ///< of a table of which it is not clear what to read: what there is

    friend bool operator==(const CountryText &, const CountryText &) = default;
};

/// The countries that a text names which was written for something else: a list, a table, running text,
/// emoji. Names and codes must be whole, and every word of a list or table must be understood;
/// docs/COUNTRIES.md has the rules. `column` is the number of the column to read, where a person has chosen
/// one. For the pool.
[[nodiscard]] CountryText countriesInText(const QString &text, const Catalogue &catalogue,
    const NameIndex &names, std::optional<qsizetype> column = {});

/// Words for a message: a few of them, and how many more there are.
[[nodiscard]] QString shortList(const QStringList &words);

/// "column 3, Country: 196 of 198 rows"
[[nodiscard]] QString columnText(const TableColumn &column);

/// Several of them.
[[nodiscard]] QString columnsText(const QList<TableColumn> &columns);
