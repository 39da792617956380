#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/filternames.h"
#include "app/countries/nameindex.h"
#include "app/countries/query.h"

#include <optional>
#include <tl/expected.hpp>

/// The result of a query in the search field. No codes and no problem: the query is empty.
struct SearchMatches
{
    QStringList codes; ///< best match first
    QStringList individualCodes; ///< as in NamedCountries
    QStringList states; ///< if not empty: only countries in one of these states
    QStringList excludedStates; ///< no countries in one of these states
    std::optional<QueryProblem> problem; ///< the first term that cannot be interpreted
};

/// The countries that arguments name.
struct NamedCountries
{
    QStringList codes; ///< sorted, without duplicates
    QStringList individualCodes; ///< the codes that were named by a name or code of only this country, and
                                 ///< not only by a letter, a filter or a name that fits several countries
};

/// Interprets the query language of docs/COUNTRIES.md: names are added, filters restrict them, a comma
/// starts a new part, and a minus removes countries from the result. A value, usable on any thread.
///
/// In arguments every word must be understood: a text is one name or code, or a sequence of them; a unique
/// beginning of a name is accepted. In the search field a single name matches every country whose names
/// contain it, best first; several words that are not names must all occur in one name.
class CountrySearch final
{
public:
    /// `states` are the values that `state:` accepts; if empty, `state:` is an unknown filter.
    explicit CountrySearch(Catalogue catalogue, NameIndex names, QList<FilterValue> states = {});

    /// Interprets the text as arguments.
    [[nodiscard]] tl::expected<NamedCountries, QueryProblem> codesNamedBy(const QString &text) const;

    /// Joins arguments to one text, with quotation marks around names that contain spaces or commas.
    [[nodiscard]] QString queryOf(const QStringList &arguments) const;

    /// Like codesNamedBy(), but accepts only whole names.
    [[nodiscard]] tl::expected<NamedCountries, QueryProblem> codesNamedExactlyBy(const QString &text) const;

    /// Interprets the text as the content of the search field.
    [[nodiscard]] SearchMatches find(const QString &text) const;

private:
    Catalogue m_catalogue;
    NameIndex m_names;
    QList<FilterValue> m_states;
};
