#pragma once

#include <QString>

class Catalogue;

/// What --list-countries prints: a line for each country, or one JSON array.
[[nodiscard]] QString countryListing(const Catalogue &catalogue, bool asJson);
