#pragma once

#include "app/failures/failure.h"
#include "app/sources/sourcesfile.h"

#include <QJsonObject>

#include <variant>

/// The person's own sources, as their file has them.
struct OwnSources
{
    SourcesFile file;
    QStringList problems; ///< one line for each entry that cannot be used, or for the whole file
    bool isUnreadable = false; ///< something is there that is no list of sources
};

/// What is done to the file: `entry`, if there is one, takes the place of the source `replacedId` or is
/// added; without one that source is removed.
struct SourceChange
{
    QString replacedId;
    QJsonObject entry;
};

/// Where the file is: sources.json in the program's folder among the person's settings.
[[nodiscard]] QString ownSourcesPath();

/// No file is an empty list. Blocks on the disk, but never on a pipe, and reads no more than a list can have.
[[nodiscard]] OwnSources readOwnSources(const QString &path);

/// The bytes of a sources file, or why they cannot be had, to stand behind its name.
[[nodiscard]] std::variant<QByteArray, QString> readSourcesBytes(const QString &path);

/// Reads the file, changes it and writes it, whole or not at all, so that what others wrote meanwhile stays.
/// What is no list of sources is kept under another name before. For the pool: blocks on the disk.
[[nodiscard]] std::variant<OwnSources, Failure> changeOwnSources(
    const QString &path, const SourceChange &change);
