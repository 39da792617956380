#pragma once

#include "app/sources/pictureentries.h"

#include <QString>
#include <QStringList>

// What the program keeps of its own in a folder of flags.
inline constexpr auto manifestFileName = "flags.json";
inline constexpr auto attributionFileName = "ATTRIBUTION.md";
inline constexpr auto journalFileName = ".flagfetch-batch.jsonl";
inline constexpr auto lockFileName = ".flagfetch.lock";

/// A picture made from a flag may be larger than one that is downloaded.
inline constexpr qint64 largestSetFile = 64 << 20;

// In bytes. What is larger is neither read nor written: 140,000 flags need less.
inline constexpr qint64 largestManifest = 16 << 20;
inline constexpr qint64 largestJournal = 64 << 20;

/// Whether that is the place of one of them, or below it. In any case: on some file systems FLAGS.JSON is
/// flags.json.
[[nodiscard]] inline bool isSetsOwnFile(const QString &path)
{
    const QString top = path.section(u'/', 0, 0);
    const auto isCalled
        = [&top](const char *name) { return top.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0; };
    return isCalled(manifestFileName) || isCalled(attributionFileName) || isCalled(journalFileName)
        || isCalled(lockFileName)
        || top.startsWith(QString(QLatin1StringView(manifestFileName) + u".damaged-"), Qt::CaseInsensitive)
        || top.startsWith(QString(QLatin1StringView(manifestFileName) + u".kept-"), Qt::CaseInsensitive);
}

/// Whether the file's name ends as those of pictures do that the program saves.
[[nodiscard]] inline bool isNamedAsPicture(const QString &path)
{
    return knownFormats().contains(path.section(u'.', -1));
}
