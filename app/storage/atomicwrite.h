#pragma once

#include "app/failures/failure.h"
#include "app/storage/saveoptions.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <variant>

/// How a file got its place.
struct WrittenFile
{
    QString path; ///< under ConflictPolicy::Rename perhaps not the one that was asked for
    bool wasKept = false; ///< ConflictPolicy::Skip found a file there and left it
};

/// Is told the path before a file gets it, and can prevent it.
using BeforePublishing = std::function<std::optional<Failure>(const QString &path)>;

/// Puts the bytes on the disk under `path`, whole or not at all: they are written to a file without a name,
/// synced, and only then given the name in one step, so that neither a crash, a kill nor a full disk shows
/// half a file. A symbolic link of that name is replaced, never followed; a folder, FIFO or device is
/// refused. QSaveFile is not used because it ignores a failing sync, follows links, and publishes what a full
/// disk cut short.
[[nodiscard]] std::variant<WrittenFile, Failure> writeAtomically(const QString &path, const QByteArray &bytes,
    ConflictPolicy conflict, const BeforePublishing &before = {});
