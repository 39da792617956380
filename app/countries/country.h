#pragma once

#include <QMetaType>
#include <QString>

enum class CountryKind {
    Country,
    Part, ///< of a country, as England
    Organisation, ///< as the European Union
};

/// A country, or a part of one or an organisation, whose flag can be requested. A code that ISO does not know
/// is a Country too: only its code is set.
struct Country
{
    QString code; ///< ISO 3166-1 alpha-2, upper case; of a part ISO 3166-2, "GB-ENG"; of others as sources
                  ///< name it
    QString iso3; ///< ISO 3166-1 alpha-3, upper case; empty if there is none
    QString name; ///< in English, as files are named where a source gives no name; empty if unknown
    QString displayName; ///< in the language of the person; the code if unknown
    int number = 0; ///< ISO 3166-1 numeric; 0 if there is none
    QString continent = {}; ///< id such as "africa"; empty if unknown
    QString region = {}; ///< id such as "western-europe", UN M49; empty if unknown
    CountryKind kind = CountryKind::Country;
    QString parent = {}; ///< of a part: alpha-2 of its country

    friend bool operator==(const Country &, const Country &) = default;
};

Q_DECLARE_METATYPE(Country)

/// Whether the text can be the code of a country, of a part of one or of an organisation: "DE", "GB-ENG",
/// "ASEAN".
[[nodiscard]] bool isFlagCode(const QString &text);

/// The flag as text: the two letters as regional indicators, a part as a black flag with tags (Unicode TR
/// 51); empty for other codes.
[[nodiscard]] QString flagEmoji(const QString &code);

/// How Unicode writes the flag of a part: a black flag, tags of the letters, and one that ends them.
inline constexpr char32_t blackFlag = 0x1F3F4;
inline constexpr char32_t tagOffset = 0xE0000; ///< of a tag from the ASCII character that it stands for
inline constexpr char32_t cancelTag = 0xE007F;

/// The number as ISO writes it, with three digits; empty if there is none.
[[nodiscard]] QString numericCode(const Country &country);
