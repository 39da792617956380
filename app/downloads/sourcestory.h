#pragma once

#include "app/downloads/flagresult.h"

/// For a flag that did not come from the source that was asked first: "from Built-in (Office: the source has
/// no such flag)"; for one that nobody gave: what the other sources answered. Begins in the middle of a
/// sentence; empty where only one source was asked.
[[nodiscard]] QString sourceStory(const FlagResult &result);

/// Why there is no flag and what to do, for people. Of a part or an organisation that was not found it names
/// the sources that have it.
[[nodiscard]] QString notSavedText(const FlagResult &result);
