#pragma once

#include <QStringList>

/// The twenty countries of the exercise that the program grew out of, sorted by code.
[[nodiscard]] QStringList twentyMostPopulous();

/// All 676 pairs of letters, AA..ZZ.
[[nodiscard]] QStringList everyPairOfLetters();
