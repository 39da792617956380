#pragma once

#include <QString>
#include <QStringList>

class Catalogue;
class SourceList;

// The texts that the program prints on standard output instead of running.

/// --help, in at most 80 columns.
[[nodiscard]] QString helpText(const SourceList &sources);

/// --version.
[[nodiscard]] QString versionText();

/// --list-countries: a line for each country, or one JSON array.
[[nodiscard]] QString countryListing(const Catalogue &catalogue, bool asJson);

/// --list-countries --parts: regions and organisations with the ids of the sources that have their flag. If
/// `countries` (alpha-2 codes) is not empty, only the regions of these countries.
[[nodiscard]] QString partListing(const Catalogue &catalogue, const QStringList &countries, bool asJson);

/// --list-sources: a line for each source, or one JSON array.
[[nodiscard]] QString sourceListing(const SourceList &sources, bool asJson);
