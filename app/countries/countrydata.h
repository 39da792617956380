#pragma once

#include "app/countries/country.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

// The data about countries that is compiled into the program, as values.

/// A file from the program's resources, such as "countries.json". Terminates the program if it is missing,
/// because nothing works without these files.
[[nodiscard]] QByteArray shippedFile(const QString &name);

/// A continent or region of UN M49: a stable id, and the code that ICU uses for it.
struct Place
{
    QString id;
    QString code;
};

/// Values that ICU does not have for a country, or that differ from the UN's.
struct Correction
{
    QString continent;
    QString region;
    std::optional<int> number;
};

/// Facts about countries that ICU does not have, from `resources/countries.json`.
struct CountryFacts
{
    QList<Place> continents;
    QList<Place> regions;
    QHash<QString, Correction> corrections; ///< by alpha-2
    QStringList shortNames; ///< codes of countries with a short name in many languages, such as "US"
    QMap<QString, QStringList> aliases; ///< by alpha-2: other names that people type
    QMap<QString, QStringList> groups; ///< by id such as "eu": alpha-2 codes, sorted
};

/// Reads the resource at the first call.
[[nodiscard]] const CountryFacts &shippedFacts();

/// A part of a country or an organisation that has a flag, from `resources/parts.json`.
struct ExtraFacts
{
    QString code; ///< ISO 3166-2 such as "GB-ENG", or the code that sources use: "EU", "IC"
    CountryKind kind = CountryKind::Part;
    QString parent; ///< alpha-2 of its country; empty for an organisation
    QHash<QString, QStringList> names; ///< by language; the first is the usual name; "en" always exists
};

/// All parts and organisations, and alternative codes for some of them.
struct ExtraCodes
{
    QList<ExtraFacts> extras; ///< organisations first, then parts sorted by code
    QHash<QString, QString> otherCodes; ///< "AC" -> "SH-AC"
};

/// Reads the resource at the first call.
[[nodiscard]] const ExtraCodes &shippedExtras();

/// Names of parts from Debian's iso-codes, by language tag and code: those that parts.json does not have.
/// Takes a few milliseconds. Call it on the pool, or only when a language requires it.
[[nodiscard]] QHash<QString, QHash<QString, QString>> translatedPartNames();

/// The names of ISO 3166-1 from Debian's iso-codes, by alpha-2. `cmake/convert_iso_codes.py` generates the
/// file.
struct IsoNames
{
    QHash<QString, QStringList> own; ///< English: name, official name and common name, where they exist
    QHash<QString, QStringList> translated; ///< the same in the most common languages
};

/// Reads the resource. Takes a few milliseconds.
[[nodiscard]] IsoNames isoNames();
