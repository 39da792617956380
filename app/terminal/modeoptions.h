#pragma once

#include "app/terminal/optionentry.h"

class GivenOptions;
struct Options;

/// What the program is started as, and what it does without a window.
[[nodiscard]] OptionGroup terminalOptions();
[[nodiscard]] OptionGroup informationOptions();

/// To be read before all others: fails for every option that has no meaning in the mode.
void readMode(GivenOptions &given, Options &options);
void readServingOptions(GivenOptions &given, Options &options);
