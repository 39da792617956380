#pragma once

#include <QString>

/// The text as names are compared: without case, accents, apostrophes and other signs, width and Latin
/// letters that ASCII does not have; "&" is "and", and words have one space between them. "Côte d’Ivoire"
/// becomes "cote divoire". Of letters in other scripts marks above and below are gone, the letters stay.
[[nodiscard]] QString foldedText(QStringView text);
