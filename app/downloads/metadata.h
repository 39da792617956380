#pragma once

#include "app/failures/failure.h"
#include "app/sources/source.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <variant>

/// What failed when metadata was fetched; that it is too large is not said of a picture.
[[nodiscard]] Failure failureOfMetadata(const Failure &failure);

/// Country names by alpha-2 code in upper case.
using CountryNames = QHash<QString, QString>;

/// The country's name in a metadata.json, at a path as in NamesFile, as plain text, see plaintext.h: it may
/// be empty. Fails with BadMetadata.
[[nodiscard]] std::variant<QString, Failure> countryInMetadata(const QByteArray &json, const QString &path);

/// All names of a file, as plain text. Entries without code or name are passed over; a file without a single
/// one fails with BadMetadata.
[[nodiscard]] std::variant<CountryNames, Failure> namesInFile(const QByteArray &json, const NamesFile &file);
