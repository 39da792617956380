#pragma once

#include "app/countries/country.h"
#include "app/countries/query.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

class Catalogue;

/// A group of countries that can be selected at once.
struct Preset
{
    QString id; ///< as in a query: "africa", "eu"
    QString title; ///< text for the user
    QStringList codes; ///< sorted
};

/// The twenty countries of the exercise that the program is based on, sorted by code.
[[nodiscard]] QStringList twentyMostPopulous();

/// These twenty, then all other countries: an order from which the first ones are taken.
[[nodiscard]] QList<Country> twentyThenOthers(const Catalogue &catalogue);

/// All 676 pairs of letters, AA to ZZ.
[[nodiscard]] QStringList everyPairOfLetters();

/// The twenty, and the members of the UN, the EU and the G20.
[[nodiscard]] QList<Preset> groupPresets(const Catalogue &catalogue);

/// One preset for each continent, with titles in the catalogue's language.
[[nodiscard]] QList<Preset> continentPresets(const Catalogue &catalogue);

/// For each continent with members of the UN, a preset of them: "africa-un". The other countries of a
/// continent are mainly territories, of which some use the flag of another country.
[[nodiscard]] QList<Preset> memberPresets(const Catalogue &catalogue);

/// The codes that a filter of a query allows: `continent:`, `region:` and `group:` in the order of the
/// catalogue; `part-of:` with a code or name of a country gives the codes of its parts. Keys and values
/// may be English or in the language of the interface, see matchingIds().
[[nodiscard]] tl::expected<QStringList, QueryProblem> filteredCodes(
    const QueryTerm &term, const Catalogue &catalogue);
