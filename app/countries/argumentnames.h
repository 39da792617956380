#pragma once

#include "app/countries/namelookup.h"
#include "app/countries/queryproblem.h"
#include "app/countries/wholenames.h"

#include <variant>

/// Reads the names and codes of a query that stands for exactly these countries: arguments. The whole text
/// is read first, then names and codes side by side, of which every word must be understood.
class ArgumentNames final
{
public:
    struct Name
    {
        QStringList codes;
        QueryTerm first; ///< of its terms
    };

    /// Both outlive it.
    ArgumentNames(const Catalogue &catalogue, const NameIndex &names, QueryUse use);

    /// Joins parts that a comma inside a name has taken apart: "Korea, Republic of".
    [[nodiscard]] QList<QueryPart> joined(const QList<QueryPart> &parts) const;

    /// The names in plain terms, in their order; or the first words that were not understood.
    [[nodiscard]] std::variant<QList<Name>, QueryProblem> read(const QueryPart &terms) const;

private:
    [[nodiscard]] QStringList codesOfTerm(const QueryTerm &term, bool amongCodes) const;
    [[nodiscard]] QStringList codesOf(const QueryPart &terms, bool alone) const;
    [[nodiscard]] bool isUnderstood(const QueryPart &part) const;

    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    const QueryUse m_use;
    WholeNames m_whole;
};
