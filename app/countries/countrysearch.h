#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/nameindex.h"
#include "app/countries/query.h"
#include "app/countries/queryproblem.h"

#include <optional>
#include <variant>

/// What the search field shows for a query. Without codes and without a problem: nothing was asked for.
struct SearchMatches
{
    QStringList codes; ///< best first
    QStringList individually; ///< as NamedCountries has them
    QStringList states; ///< if there are any: only countries in one of these
    QStringList excludedStates; ///< never countries in one of these
    std::optional<QueryProblem> problem; ///< the first word that was not understood
};

/// What arguments name.
struct NamedCountries
{
    QStringList codes; ///< sorted, each once
    QStringList individually; ///< of the codes those that a name or code of their own stands for, and not
                              ///< only a letter, a filter or a name that fits several
};

/// Understands what a person writes to say which countries are meant; docs/COUNTRIES.md describes the
/// language. Names add up, filters narrow them, a comma begins anew, and a minus takes away in the end.
///
/// As arguments, every word counts: a text is one name or code, or names and codes side by side; the unique
/// beginning of a name will do, and nothing else. In the search field the words of a single name show all
/// that they fit, the best first; several words that are not names each must all be in one name.
class CountrySearch final
{
public:
    /// How `state:` may be used; without states it may not.
    explicit CountrySearch(Catalogue catalogue, NameIndex names, QStringList states = {});

    /// As arguments.
    [[nodiscard]] std::variant<NamedCountries, QueryProblem> codesNamedBy(const QString &text) const;

    /// Arguments as one text: spaces between them, and quotation marks around names that spaces or commas
    /// would take apart.
    [[nodiscard]] QString queryOf(const QStringList &arguments) const;

    /// As codesNamedBy(), but names must be whole.
    [[nodiscard]] std::variant<NamedCountries, QueryProblem> codesNamedExactlyBy(const QString &text) const;

    /// As the search field.
    [[nodiscard]] SearchMatches find(const QString &text) const;

private:
    Catalogue m_catalogue;
    NameIndex m_names;
    QStringList m_states;
};
