#pragma once

#include "app/terminal/optionentry.h"

class GivenOptions;
struct Options;

/// What is done with a folder of flags that is there already.
[[nodiscard]] OptionGroup setOptions();
void readSetOptions(GivenOptions &given, Options &options);
