#pragma once

#include "app/failures/failure.h"

#include <optional>

/// Makes the folder with its parents if it is not there, finds out whether it can be written, and removes
/// what a killed program left in it. Blocks on the disk: for the pool.
[[nodiscard]] std::optional<Failure> prepareOutputFolder(const QString &folder);

/// Makes the folders between `folder`, which is there, and the file `path` in it. Fails where a link is on
/// the way: it may lead anywhere. Blocks on the disk.
[[nodiscard]] std::optional<Failure> makeSubfolders(const QString &folder, const QString &path);
