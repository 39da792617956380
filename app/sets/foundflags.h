#pragma once

#include "app/sets/manifest.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

/// Searching a folder for the files of a set, to verify it and to rebuild a manifest that was lost or
/// damaged.
///
/// Both functions read the disk and block: call them on the thread pool.

/// Returns the paths of the files in the folder and below it, sorted. Leaves out hidden files, files that
/// describe the set, and everything behind a link. Returns early with part of them if `isCancelled` returns
/// true.
[[nodiscard]] QStringList filesOfSet(const QString &folder, const std::function<bool()> &isCancelled);

/// Rebuilds the manifest of a set from its picture files: path, hash and size, and the country.
///
/// The country is found by a code or a name that is the whole file name, its beginning or its end ("de",
/// "DE-Germany", "flag-de"), or the name of the last folder. Other files are left out. Returns early with
/// part of the flags if a stop is requested.
[[nodiscard]] Manifest manifestOfFoundFlags(const QString &folder, const std::stop_token &stop = {});
