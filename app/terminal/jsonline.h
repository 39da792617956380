#pragma once

#include "app/downloads/comparison.h"
#include "app/downloads/flagresult.h"
#include "app/freshness/flagfreshness.h"
#include "app/sets/verification.h"

#include <QByteArray>
#include <QJsonValue>

// The output of --json: one JSON object on one line.

/// The result of one flag. Times are milliseconds since `began`, null if the event did not happen.
/// docs/JSON.md lists the members.
[[nodiscard]] QByteArray jsonLine(
    const FlagResult &result, SteadyTime began, const std::optional<FlagFreshness> &freshness = {});

/// One file of a verified set: "file", "code", "state", "derived", "superseded_since", "flag_of".
[[nodiscard]] QByteArray verifyJsonLine(const CheckedFile &file);

/// One country of a comparison. docs/JSON.md lists the members.
[[nodiscard]] QByteArray compareJsonLine(const ComparedFlag &flag);

/// Null for an empty text, which means that the value is unknown.
[[nodiscard]] QJsonValue textOrNull(const QString &text);
