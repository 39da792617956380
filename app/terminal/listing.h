#pragma once

#include <QString>

class Catalogue;
class SourceList;

/// What --list-countries and --list-sources print: a line for each, or one JSON array.
[[nodiscard]] QString countryListing(const Catalogue &catalogue, bool asJson);
[[nodiscard]] QString sourceListing(const SourceList &sources, bool asJson);
