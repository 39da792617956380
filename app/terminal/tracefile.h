#pragma once

#include "app/failures/failure.h"
#include "app/timeline/timeline.h"

#include <QString>

#include <optional>

/// Writes the timeline to the file of --trace: as a table if its name ends with ".csv", otherwise as a Chrome
/// trace. Replaces an older file, but not one of a set. Call it on the pool.
[[nodiscard]] std::optional<Failure> writeTrace(const QString &path, const Timeline &timeline);
