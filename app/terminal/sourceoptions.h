#pragma once

#include "app/terminal/optionentry.h"

class GivenOptions;
struct Options;

/// Where the flags come from, and how the program's own servers behave.
[[nodiscard]] OptionGroup sourceOptions();
void readSourceOptions(GivenOptions &given, Options &options);
