#pragma once

#include <QMetaType>
#include <QString>

enum class CountryKind {
    Country,
    Part, ///< part of a country, such as England
    Organisation, ///< such as the European Union
};

/// A country, a part of a country or an organisation whose flag can be requested. For a code that ISO does
/// not define, only `code` and `displayName` are set.
struct Country
{
    QString code; ///< ISO 3166-1 alpha-2, upper case; for a part ISO 3166-2 such as "GB-ENG"; for an
                  ///< organisation the code that sources use
    QString iso3; ///< ISO 3166-1 alpha-3, upper case; empty if there is none
    QString name; ///< English; names files where a source gives no name; empty if unknown
    QString displayName; ///< in the user's language; the code if unknown
    int number = 0; ///< ISO 3166-1 numeric; 0 if there is none
    QString continent = {}; ///< id such as "africa"; empty if unknown
    QString region = {}; ///< id such as "western-europe" (UN M49); empty if unknown
    CountryKind kind = CountryKind::Country;
    QString parent = {}; ///< for a part: alpha-2 of its country

    friend bool operator==(const Country &, const Country &) = default;
};

Q_DECLARE_METATYPE(Country)

/// The number as ISO writes it, with three digits; empty if there is none.
[[nodiscard]] QString numericCode(const Country &country);

/// Whether the text has the form of a code of a country, a part or an organisation: "DE", "GB-ENG", "ASEAN".
[[nodiscard]] bool isFlagCode(const QString &text);

/// The emoji flag of a code: two regional indicators, or a black flag with tags for a part (Unicode TR 51).
/// Empty for other codes.
[[nodiscard]] QString flagEmoji(const QString &code);

/// The reverse: the code of an emoji flag, upper case ("DE", "GB-ENG"); empty if the text is not one.
[[nodiscard]] QString codeOfEmoji(QStringView text);

/// Length, in UTF-16 units, of the emoji flag at the start of the text; 0 if there is none.
[[nodiscard]] qsizetype emojiFlagLength(QStringView text);
