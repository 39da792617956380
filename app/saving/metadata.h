#pragma once

#include "app/failures/failure.h"
#include "app/sources/source.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <variant>

/// Converts a failure of fetching metadata: "too large" does not mean the picture.
[[nodiscard]] Failure failureOfMetadata(const Failure &failure);

/// Country names by alpha-2 code in upper case.
using CountryNames = QHash<QString, QString>;

/// Reads the country's name from a metadata.json, at a path as in NamesFile. Returns plain text, which may be
/// empty; see plainText(). Fails with BadMetadata.
[[nodiscard]] std::variant<QString, Failure> countryInMetadata(const QByteArray &json, const QString &path);

/// Reads all names of a file as plain text. Skips entries without code or name. Fails with BadMetadata if the
/// file has no name at all.
[[nodiscard]] std::variant<CountryNames, Failure> namesInFile(const QByteArray &json, const NamesFile &file);
