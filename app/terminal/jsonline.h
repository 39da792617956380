#pragma once

#include "app/downloads/flagresult.h"
#include "app/freshness/flagfreshness.h"

#include <QByteArray>
#include <QJsonValue>

/// One result as one JSON object on one line, for programs. Times are milliseconds since `began`, null for
/// what did not happen; README.md lists the members.
[[nodiscard]] QByteArray jsonLine(
    const FlagResult &result, SteadyTime began, const std::optional<FlagFreshness> &freshness = {});

/// The member "superseded_since": when another flag took the place of the one in the picture, as an ISO date
/// or a year; null for any other picture.
[[nodiscard]] QJsonValue supersededSince(const std::optional<FlagFreshness> &freshness);

/// Null for an empty text: what is not known.
[[nodiscard]] QJsonValue textOrNull(const QString &text);

/// The word for an end state, as in the member "status".
[[nodiscard]] QString statusWord(FlagState state);
