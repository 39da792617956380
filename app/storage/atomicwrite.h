#pragma once

#include "app/failures/result.h"
#include "app/storage/saveoptions.h"

#include <QByteArray>

#include <functional>
#include <optional>

/// Preparing folders and writing files. All functions block on the disk: call them on the thread pool.

/// Creates the folder and its parents if necessary, checks that it is writable, and removes the leftovers of
/// a killed program.
[[nodiscard]] std::optional<Failure> prepareOutputFolder(const QString &folder);

/// Creates the folders between the existing `folder` and the file `path` in it. Fails if one of them is a
/// link, because it may lead anywhere.
[[nodiscard]] std::optional<Failure> makeSubfolders(const QString &folder, const QString &path);

/// Where a file was written.
struct WrittenFile
{
    QString path; ///< differs from the requested path if ConflictPolicy::Rename added a number
    bool wasKept = false; ///< ConflictPolicy::Skip found a file and left it unchanged
};

/// Called with the path before the file gets that name. A failure prevents it.
using BeforePublishing = std::function<std::optional<Failure>(const QString &path)>;

/// Writes the bytes to `path`, completely or not at all: writes a file without a name, syncs it, and then
/// names it in one step. So neither a crash, a kill nor a full disk leaves a partial file. A symbolic link of
/// that name is replaced, never followed. A folder, FIFO or device is refused. QSaveFile is not used because
/// it ignores a failed sync, follows links, and publishes files that a full disk has truncated.
[[nodiscard]] Result<WrittenFile> writeAtomically(const QString &path, const QByteArray &bytes,
    ConflictPolicy conflict, const BeforePublishing &before = {});
