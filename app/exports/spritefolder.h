#pragma once

#include "app/failures/failure.h"

#include <optional>

/// Why a sprite may not replace what is at `path`: it does so with nothing, an empty folder, and a whole
/// older sprite; anything else is somebody's work. Blocks on the disk.
[[nodiscard]] std::optional<Failure> refusalToReplace(const QString &path);
