#pragma once

#include "app/terminal/optionentry.h"

class Catalogue;
class GivenOptions;
struct Options;

/// The topic of which countries are asked for.
[[nodiscard]] OptionGroup countryOptions();
void readCountryOptions(GivenOptions &given, const Catalogue &catalogue, Options &options);
