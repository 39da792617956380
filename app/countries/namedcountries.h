#pragma once

#include "app/countries/countrysearch.h"
#include "app/countries/countrytext.h"

#include <functional>

/// Makes the indexes of names. Tests replace these functions to count their calls.
struct NameIndexes
{
    std::function<NameIndex(const Catalogue &)> own = ownNames; ///< takes tens of milliseconds
    std::function<NameIndex(const Catalogue &)> all
        = [](const Catalogue &catalogue) { return namesInAllLanguages(catalogue); }; ///< takes 0.2 s
};

// Each tries without an index first, then with the names of each country's own languages, then with all
// names. A list of codes never needs an index: ArgumentNames and ItemReader look up a name only for a word
// that is not a code.

/// Interprets the words of a command line as CountrySearch does. An unknown word is a problem.
[[nodiscard]] tl::expected<NamedCountries, QueryProblem> countriesNamedBy(
    const QStringList &words, const Catalogue &catalogue, const NameIndexes &indexes = {});

/// Finds the countries in the text of a file as countriesInText() does.
[[nodiscard]] CountryText countriesInFile(
    const QString &text, const Catalogue &catalogue, const NameIndexes &indexes = {});
