#pragma once

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

/// A part of the world of the UN's M49: an id that stays the same, and the code by which ICU knows it.
struct Place
{
    QString id;
    QString code;
};

/// What ICU does not know of a country, or would say otherwise than the UN does.
struct Correction
{
    QString continent;
    QString region;
    std::optional<int> number;
};

/// What people know of countries and ICU does not: `resources/countries.json`, as values.
struct CountryFacts
{
    QList<Place> continents;
    QList<Place> regions;
    QHash<QString, Correction> corrections; ///< by alpha-2
    QStringList shortNames; ///< codes that languages have a shorter name for, such as "US"
    QMap<QString, QStringList> aliases; ///< by alpha-2: other names that people type
    QMap<QString, QStringList> groups; ///< by id such as "eu": alpha-2 codes, sorted
};

/// Those that the program comes with.
[[nodiscard]] CountryFacts shippedFacts();
