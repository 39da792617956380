#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/nameindex.h"

#include <QString>
#include <QStringList>

/// What a text says of countries.
struct CountryText
{
    QStringList codes; ///< in the order of the text, each once
    QStringList unknown; ///< words that name no country, as written, each once

    friend bool operator==(const CountryText &, const CountryText &) = default;
};

/// The countries that a text names which was written for something else: a list, a table, a sentence, emoji.
/// Names and codes must be whole, and one letter is none. Among other words a code must be in capitals; of a
/// table only the columns count that name countries. For the pool.
[[nodiscard]] CountryText countriesInText(
    const QString &text, const Catalogue &catalogue, const NameIndex &names);

/// Words for a message: a few of them, and how many more there are.
[[nodiscard]] QString shortList(const QStringList &words);
