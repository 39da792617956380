#pragma once

#include <QString>

/// Whether a path is that of a manifest, or of a file that the manifest in its folder or in one above names:
/// nothing but a batch may replace those. Reads manifests, so it blocks on the disk.
[[nodiscard]] bool isPartOfSet(const QString &path);
