#pragma once

#include "app/terminal/optionentry.h"

class GivenOptions;
struct Options;

/// What is made of each flag while it is saved.
[[nodiscard]] OptionGroup conversionOptions();
void readConversionOptions(GivenOptions &given, Options &options);
