#pragma once

#include "app/failures/result.h"
#include "app/sources/source.h"

#include <QByteArray>
#include <QHash>
#include <QString>

// Functions that read country names from the JSON of a source: from one metadata.json for each flag, or from
// one names file for all flags.

/// Converts a failure of a metadata request, so that "too large" does not refer to the picture.
[[nodiscard]] Failure failureOfMetadata(const Failure &failure);

/// Country names by alpha-2 code in upper case.
using CountryNames = QHash<QString, QString>;

/// Reads the country's name from a metadata.json. `path` has the syntax of the paths in NamesFile. Returns
/// plain text, which may be empty; see plainText(). Fails with BadMetadata.
[[nodiscard]] Result<QString> countryInMetadata(const QByteArray &json, const QString &path);

/// Reads all names of a file as plain text. Skips entries without code or name. Fails with BadMetadata if the
/// file has no name at all.
[[nodiscard]] Result<CountryNames> namesInFile(const QByteArray &json, const NamesFile &file);
