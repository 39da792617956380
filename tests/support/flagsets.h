#pragma once

#include "app/builtin/picturefolders.h"

#include <QDir>

#include <optional>

// Flag sets installed on this machine, for tests that compare whole sets. A test is skipped with a message if
// the set that it needs is missing.

/// The folder with `4x3/{cc}.svg` and `1x1/{cc}.svg` of the npm package flag-icons.
[[nodiscard]] inline std::optional<QDir> flagIconsFolder()
{
    const auto pictures = findPictures(PictureSet::FlagIcons, {});
    if (!pictures || pictures->isFallback)
        return std::nullopt;
    QDir folder(pictures->path);
    return folder.cdUp() ? std::optional(folder) : std::nullopt;
}

/// The folder with `{cc}.svg` of Debian's iso-flags-svg.
[[nodiscard]] inline std::optional<QDir> debianFlagsFolder()
{
    const auto pictures = findPictures(PictureSet::IsoFlags, {});
    return pictures ? std::optional(QDir(pictures->path)) : std::nullopt;
}
