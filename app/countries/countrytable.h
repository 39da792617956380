#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// The rows of a text that looks like a table: every row has the same number of cells, separated by tabs,
/// bars, semicolons or commas. Separators in quotation marks are part of a cell. The outer bars and the
/// delimiter row of a Markdown table are removed. Empty if the text does not look like a table.
[[nodiscard]] QList<QStringList> tableRows(const QString &text);

/// How strongly a column heading indicates that the column holds countries.
enum class HeadingStrength {
    None,
    Weak, ///< "name", "code": may be names or codes of anything
    Code, ///< "ISO", "alpha-2"
    Country, ///< "Country", "Land", "国家"
};

/// Recognises headings in many languages. "Country phone code" and "state" are None.
[[nodiscard]] HeadingStrength headingStrength(const QString &heading);

/// Whether numbers below this heading may be country codes: "ISO numeric", "M49". Not "country id", which
/// usually numbers the rows.
[[nodiscard]] bool isNumberHeading(const QString &heading);

/// Whether the text is a heading of a list of countries: "Country", "ISO code".
[[nodiscard]] bool isCountryHeading(const QString &text);
