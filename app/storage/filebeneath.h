#pragma once

#include "app/failures/failure.h"
#include "app/storage/uniquefd.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

/// Reading what somebody else may have put into a folder: only regular files in it, below it, and reached
/// without a symbolic link. Blocks on the disk.

/// How many names a path below a folder may have, its file's among them.
inline constexpr qsizetype deepestPath = 10;

/// Whether a path from a file that people share leads to a place below a folder: relative, without "..",
/// hidden parts or characters that no file of ours has.
[[nodiscard]] bool isSafeRelativePath(const QString &path);

/// The folder `path` below `folder`, reached without a symbolic link, or `folder` itself where the path is
/// empty. Not open, with errno set, where there is none such.
[[nodiscard]] UniqueFd openFolderBeneath(const QString &folder, const QString &path);

/// The bytes of the file `path` below `folder`; nothing if there is no such file. Fails if it cannot be read,
/// is no regular file, lies behind a link, or is larger than `maximalBytes`.
[[nodiscard]] std::variant<std::optional<QByteArray>, Failure> readFileBeneath(
    const QString &folder, const QString &path, qint64 maximalBytes);
