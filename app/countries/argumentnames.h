#pragma once

#include "app/countries/namelookup.h"
#include "app/countries/wholenames.h"

#include <tl/expected.hpp>

/// Reads the names and codes of a query that is given as arguments. Reads the whole text as one name first,
/// then as a sequence of names and codes in which every word must be understood.
class ArgumentNames final
{
public:
    struct Name
    {
        QStringList codes;
        QueryTerm first; ///< first term of the name
    };

    /// `catalogue` and `names` must outlive this object.
    ArgumentNames(const Catalogue &catalogue, const NameIndex &names, QueryUse use);

    /// Joins parts that were split at a comma inside a name: "Korea, Republic of".
    [[nodiscard]] QList<QueryPart> joinNames(const QList<QueryPart> &parts) const;

    /// The names in plain terms, in their order, or the first words that are unknown.
    [[nodiscard]] tl::expected<QList<Name>, QueryProblem> read(const QueryPart &terms) const;

private:
    [[nodiscard]] QueryProblem problemWith(const QueryPart &unknown) const;
    [[nodiscard]] QStringList codesOfTerm(const QueryTerm &term, bool amongCodes) const;
    [[nodiscard]] QStringList codesOf(const QueryPart &terms, bool alone) const;
    [[nodiscard]] bool isUnderstood(const QueryPart &part) const;

    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    const QueryUse m_use;
    WholeNames m_whole;
};
