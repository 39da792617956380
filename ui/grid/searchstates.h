#pragma once

#include "ui/grid/flagcategory.h"

#include <QStringList>

/// The words that may follow `state:` in a search.
[[nodiscard]] QStringList searchStates();

/// Whether a country is in the state that the word means; false for other words.
[[nodiscard]] bool isInSearchState(const QString &word, const FlagStanding &flag);
