#pragma once

#include "app/terminal/optionentry.h"

class GivenOptions;
struct Options;

/// What is made of a folder of flags.
[[nodiscard]] OptionGroup exportOptions();
void readExportOptions(GivenOptions &given, Options &options);
