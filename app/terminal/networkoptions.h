#pragma once

#include "app/terminal/optionentry.h"

class GivenOptions;
struct Options;

/// How requests are made.
[[nodiscard]] OptionGroup networkOptions();
void readNetworkOptions(GivenOptions &given, Options &options);
