#pragma once

#include "app/failures/result.h"
#include "app/sources/sourcesfile.h"

#include <QJsonObject>

/// The user's own sources, as read from their file.
struct OwnSources
{
    SourcesFile file;
    QStringList problems; ///< one line for each unusable entry, or for the whole file
    bool isUnreadable = false; ///< the file exists but is no list of sources
};

/// A change of the file. An `entry` replaces the source `replacedId` or is added. An empty `entry` removes
/// that source.
struct SourceChange
{
    QString replacedId;
    QJsonObject entry;
};

/// The path of the file: flagfetch/sources.json in the user's configuration folder.
[[nodiscard]] QString ownSourcesPath();

/// Reads the file. A missing file is an empty list. Blocks on the disk, but never on a pipe.
[[nodiscard]] OwnSources readOwnSources(const QString &path);

/// Returns the bytes of a sources file, or why they cannot be read, to be appended to "FILE: ".
[[nodiscard]] tl::expected<QByteArray, QString> readSourcesBytes(const QString &path);

/// Reads the file, changes it and writes it atomically, so that changes by others are kept. A file that is no
/// list of sources is backed up first. Blocks on the disk: call it on the thread pool.
[[nodiscard]] Result<OwnSources> changeOwnSources(const QString &path, const SourceChange &change);
