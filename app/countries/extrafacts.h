#pragma once

#include "app/countries/country.h"

#include <QHash>
#include <QList>
#include <QStringList>

/// A part of a country or an organisation that has a flag, as resources/parts.json describes it.
struct ExtraFacts
{
    QString code; ///< ISO 3166-2 such as "GB-ENG", or what sources call it: "EU", "IC"
    CountryKind kind = CountryKind::Part;
    QString parent; ///< alpha-2 of its country; empty for an organisation
    QHash<QString, QStringList> names; ///< by language; the first is the usual one, "en" is always there
};

/// All parts and organisations, and the other codes that people write for some of them.
struct ExtraCodes
{
    QList<ExtraFacts> extras; ///< organisations first, then parts by their codes
    QHash<QString, QString> otherCodes; ///< "AC" -> "SH-AC"
};

[[nodiscard]] ExtraCodes shippedExtras();

/// Names of parts as Debian's iso-codes translates them, by language tag and code: what parts.json does not
/// say. Takes some milliseconds: for the pool, or where a language is asked for.
[[nodiscard]] QHash<QString, QHash<QString, QString>> translatedPartNames();

/// The usual name in a language, a BCP 47 tag such as "zh-Hant"; in English where there is none.
[[nodiscard]] QString extraNameIn(const ExtraFacts &extra, const QString &language);
