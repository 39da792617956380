#pragma once

#include <QStringList>

#include <optional>

class Catalogue;

/// Which countries a command line asks for.
struct CountryChoice
{
    enum class Kind {
        NoneNamed,
        Named,
        All, ///< countries of the source, with extras or without
        Extras, ///< of the source, alone
        Every, ///< pair of letters
    };

    Kind kind = Kind::NoneNamed;
    QStringList named; ///< alpha-2 codes, sorted
    QStringList individually; ///< of them, see NamedCountries: only they can be missing in a set
    bool isIncomplete = false; ///< a list or table had items that were not understood: the exit status is 1
    bool extras = false; ///< with parts of countries and organisations, where all are wanted
    std::optional<int> limit; ///< only the first so many

    /// Sorted. `sourceCodes` are those that the source has; where that is not known, the whole catalogue
    /// stands in. Where none was named, the twenty most populous countries are chosen.
    [[nodiscard]] QStringList codes(
        const std::optional<QStringList> &sourceCodes, const Catalogue &catalogue) const;
};
