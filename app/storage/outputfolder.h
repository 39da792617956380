#pragma once

#include "app/failures/failure.h"

#include <optional>

/// Makes the folder with its parents if it is not there, finds out whether it can be written, and removes
/// what a killed program left in it. Blocks on the disk: for the pool.
[[nodiscard]] std::optional<Failure> prepareOutputFolder(const QString &folder);
