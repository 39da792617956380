#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class Catalogue;

/// Countries that people often want together.
struct Preset
{
    QString id; ///< as in a query: "africa", "eu"
    QString title; ///< for people
    QStringList codes; ///< sorted
};

/// The twenty countries of the exercise that the program grew out of, sorted by code.
[[nodiscard]] QStringList twentyMostPopulous();

/// All 676 pairs of letters, AA..ZZ.
[[nodiscard]] QStringList everyPairOfLetters();

/// The twenty, members of the UN, the EU and the G20.
[[nodiscard]] QList<Preset> groupPresets(const Catalogue &catalogue);

/// One for each continent, in the catalogue's language.
[[nodiscard]] QList<Preset> continentPresets(const Catalogue &catalogue);
