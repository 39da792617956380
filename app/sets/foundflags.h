#pragma once

#include "app/sets/manifest.h"

#include <QStringList>

#include <functional>
#include <stop_token>

/// Looking through a folder itself. Blocks on the disk.

/// Paths of the files in the folder and below it, sorted: not those of the program itself, nothing hidden,
/// and nothing behind a link. Part of them once `isCancelled` says so.
[[nodiscard]] QStringList filesOfSet(const QString &folder, const std::function<bool()> &isCancelled);

/// What the files alone tell of a set whose manifest is lost: name, hash and size, and the country where the
/// file's name says it. Files that are no pictures, or of nobody known, are left out.
/// Part of it once `stop` asks to end.
[[nodiscard]] Manifest manifestOfFoundFlags(const QString &folder, const std::stop_token &stop = {});
