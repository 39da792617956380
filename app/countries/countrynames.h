#pragma once

#include <QString>

/// The country's name in a language, a BCP 47 tag such as "zh-Hant"; in English where the language has none,
/// or the tag is of no language. Empty if nobody has this code.
[[nodiscard]] QString countryNameIn(const QString &code, const QString &language);

/// The country's name in the language that most people there speak, as far as Unicode's data says.
[[nodiscard]] QString nativeName(const QString &code);

/// The name of a part of the world, which has a number in the UN's M49, in a language.
[[nodiscard]] QString placeNameIn(const QString &placeCode, const QString &language);
