#pragma once

#include "app/sets/manifest.h"

#include <QStringList>

/// Looking through a folder itself. Blocks on the disk.

/// Paths of the files in the folder and below it, sorted: not those of the program itself, nothing hidden,
/// and nothing behind a link.
[[nodiscard]] QStringList filesOfSet(const QString &folder);

/// What the files alone tell of a set whose manifest is lost: name, hash and size, and the country where the
/// file's name says it. Files that are no pictures, or of nobody known, are left out.
[[nodiscard]] Manifest manifestOfFoundFlags(const QString &folder);
