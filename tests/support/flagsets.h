#pragma once

#include <QDir>
#include <QString>

#include <optional>

class QTemporaryDir;

/// Flag sets that this machine has, for tests that compare whole sets. A test that needs one skips with a
/// message where it is absent.

/// The folder with `4x3/{cc}.svg` and `1x1/{cc}.svg` of the npm package flag-icons: the one that the variable
/// FLAGFETCH_FLAG_ICONS names, one in the data folders, or the package in the user's cache, unpacked into
/// `scratch`. Nothing if there is none.
[[nodiscard]] std::optional<QDir> flagIconsFolder(const QTemporaryDir &scratch);

/// The folder with `{cc}.svg` of Debian's iso-flags-svg. Nothing if it is not installed.
[[nodiscard]] std::optional<QDir> debianFlagsFolder();
