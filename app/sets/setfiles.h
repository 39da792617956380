#pragma once

#include <QString>

inline constexpr auto manifestFileName = "flags.json";
inline constexpr auto attributionFileName = "ATTRIBUTION.md";

/// A picture made from a flag may be larger than one that is downloaded.
inline constexpr qint64 largestSetFile = 64 << 20;

/// Whether the program keeps something of its own under this path in a folder of flags.
[[nodiscard]] inline bool isSetsOwnFile(const QString &path)
{
    return path == QLatin1StringView(manifestFileName) || path == QLatin1StringView(attributionFileName)
        || path.startsWith(QLatin1StringView(manifestFileName) + QLatin1StringView(".damaged-"));
}
