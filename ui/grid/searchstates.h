#pragma once

#include "app/downloads/flagresult.h"

#include <QStringList>

/// The words that may follow `state:` in a search.
[[nodiscard]] QStringList searchStates();

/// Whether a country is in the state that the word means; false for other words.
[[nodiscard]] bool isInSearchState(const QString &word, FlagState state, bool isTicked);
