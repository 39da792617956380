#pragma once

#include <QString>

// What the program keeps of its own in a folder of flags.
inline constexpr auto manifestFileName = "flags.json";
inline constexpr auto attributionFileName = "ATTRIBUTION.md";
inline constexpr auto journalFileName = ".flagfetch-batch.jsonl";
inline constexpr auto lockFileName = ".flagfetch.lock";

/// A picture made from a flag may be larger than one that is downloaded.
inline constexpr qint64 largestSetFile = 64 << 20;

[[nodiscard]] inline bool isSetsOwnFile(const QString &path)
{
    using View = QLatin1StringView;
    return path == View(manifestFileName) || path == View(attributionFileName)
        || path == View(journalFileName) || path == View(lockFileName)
        || path.startsWith(View(manifestFileName) + View(".damaged-"));
}
