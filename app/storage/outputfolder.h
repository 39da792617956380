#pragma once

#include "app/failures/failure.h"

#include <optional>

/// Makes the folder with its parents if it is not there, and tries whether files can be made in it. Leaves
/// nothing behind in it. Blocks on the disk: for the pool.
[[nodiscard]] std::optional<Failure> prepareOutputFolder(const QString &folder);
