#pragma once

#include "app/countries/nameindex.h"
#include "app/countries/query.h"

#include <QHash>

#include <optional>

inline constexpr qsizetype longestCountryName = 12; // words

/// Where a query comes from. Determines which matches other than whole names are accepted.
enum class QueryUse {
    ExactArguments, ///< only names and codes
    Arguments, ///< also the unique beginning of a name
    Field, ///< text that is still being typed: any name that contains it
};

/// Finds the countries that the words of a query name: by code, by whole name, by the beginning of a name or
/// by any part of it. Caches its results, so an instance serves one query.
class NameLookup final
{
public:
    struct FirstName
    {
        QStringList codes; ///< empty if the words do not begin with a name
        qsizetype words = 1;
        bool exact = false;
    };

    /// `catalogue` and `names` must outlive this object.
    NameLookup(const Catalogue &catalogue, const NameIndex &names, QueryUse use);

    /// The codes of the words when they are read as one name or code.
    [[nodiscard]] QStringList exactMatches(const QueryPart &words) const;
    /// The codes of the words when they are read as a sequence of names; nothing if one of them is unknown.
    [[nodiscard]] std::optional<QStringList> exactMatchesOfEach(const QueryPart &words) const;
    /// The longest name at the start of the words: a whole name or, where allowed, its beginning.
    [[nodiscard]] FirstName firstName(const QueryPart &words);
    /// Countries with a name that contains all words, best first, down to the fit `worst`.
    [[nodiscard]] QStringList rankedMatches(const QueryPart &words, NameFit worst, bool bestOnly);
    /// The display name of the country with the most similar name; empty if there is none.
    [[nodiscard]] QString nearestName(const QueryPart &words) const;

private:
    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    const QueryUse m_use;
    QHash<QString, std::vector<NameFit>> m_fits; // cache, by phrase
};

/// Up to three display names that an unknown text may mean, the most likely first, countries before parts.
/// None for words such as "the republic", which occur in many names.
[[nodiscard]] QStringList nameSuggestions(
    const QString &text, const Catalogue &catalogue, const NameIndex &names);
