#pragma once

#include <QString>

class Catalogue;

/// What --list-countries prints: a line for each country, or one JSON array.
[[nodiscard]] QString countryListing(const Catalogue &catalogue, bool asJson);

/// What --list-countries --parts prints: likewise for the parts of these countries; of all, and the
/// organisations, where `countries`, alpha-2 codes, is empty. The ids of the sources that have the flag are
/// part of it.
[[nodiscard]] QString partListing(const Catalogue &catalogue, const QStringList &countries, bool asJson);
