#pragma once

#include <QString>

/// Identifies the program to the desktop: the name of its desktop file without the suffix, of its icon and of
/// its metainfo file in packaging/, and its application id under Wayland.
inline constexpr QLatin1StringView desktopId("io.github.flagfetch.Flagfetch");
