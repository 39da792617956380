#pragma once

#include <QString>

/// How much the heading of a column speaks for countries.
enum class HeadingStrength {
    None,
    Weak, ///< "name", "code": of anything
    Code, ///< "ISO", "alpha-2"
    Country, ///< "Country", "Land", "国家"
};

/// In one of many languages. "Country phone code" and "state" are no country's.
[[nodiscard]] HeadingStrength headingStrength(const QString &heading);

/// Whether numbers below this heading may be codes: "ISO numeric", "M49". "country id" numbers rows.
[[nodiscard]] bool headsNumbers(const QString &heading);

/// Whether the text heads a list of countries: "Country", "ISO code".
[[nodiscard]] bool isCountryHeading(const QString &text);
