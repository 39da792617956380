#pragma once

#include "app/countries/nameindex.h"
#include "app/countries/query.h"

#include <QHash>

#include <optional>

constexpr qsizetype longestCountryName = 12; // words

/// Where a query was written: how much a word that is not the whole name may stand for.
enum class QueryUse {
    ExactArguments, ///< only names and codes
    Arguments, ///< the best of what begins so, too
    Field, ///< still being typed: all that has it anywhere
};

/// Whom words name: as codes, as whole names, as their beginnings or parts. Remembers what it was asked for,
/// so it is for one query.
class NameLookup final
{
public:
    struct FirstName
    {
        QStringList codes; ///< empty if the words begin with none
        qsizetype words = 1;
        bool exact = false;
    };

    /// `catalogue` and `names` outlive it.
    NameLookup(const Catalogue &catalogue, const NameIndex &names, QueryUse use);

    /// What the words name as one name or code.
    [[nodiscard]] QStringList exactly(const QueryPart &words) const;
    /// What they name one after the other, if all of them do.
    [[nodiscard]] std::optional<QStringList> exactlyEach(const QueryPart &words) const;
    /// The longest name that they begin with, whole or, where that may be, only begun.
    [[nodiscard]] FirstName first(const QueryPart &words);
    /// Countries with a name that has all the words, best first, down to the worst fit that counts.
    [[nodiscard]] QStringList ranked(const QueryPart &words, NameFit worst, bool bestOnly);
    /// The name of a country that may be meant by words that name none; empty if there is none.
    [[nodiscard]] QString nearest(const QueryPart &words) const;

private:
    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    const QueryUse m_use;
    QHash<QString, std::vector<NameFit>> m_fits; // of phrases asked for
};
