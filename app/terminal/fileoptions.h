#pragma once

#include "app/terminal/optionentry.h"

class GivenOptions;
struct Options;

/// Where flags are saved, and under which names.
[[nodiscard]] OptionGroup fileOptions();
void readFileOptions(GivenOptions &given, Options &options);
