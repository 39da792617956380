#pragma once

#include "app/failures/failure.h"

#include <QByteArray>
#include <QString>

#include <variant>

/// The `country` of a metadata.json, as it stands there: it may be empty or hold any character. Fails with
/// BadMetadata.
[[nodiscard]] std::variant<QString, Failure> countryInMetadata(const QByteArray &json);
