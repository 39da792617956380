#pragma once

#include "app/failures/failure.h"
#include "app/sets/manifest.h"

#include <optional>
#include <variant>

/// The two files that describe a set, flags.json and ATTRIBUTION.md, on the disk. Blocks.

/// Writes each of them in one step, the manifest first, and only where it changes. Writes nothing if the
/// manifest could not be read back: fails with Internal, or with WriteFailed if it is too large. The failure's
/// detail names the file. `hash` is the SHA-256 of the folder's flags.json, if the caller knows it, and is
/// updated; without it the manifest is written in any case.
[[nodiscard]] std::optional<Failure> writeManifestFiles(
    const QString &folder, const Manifest &manifest, QByteArray *hash = nullptr);

/// That a manifest with `bytes` bytes would be larger than one may be; nothing if it would not.
[[nodiscard]] std::optional<Failure> problemWithManifestSize(qint64 bytes);

/// Distinguishes two states of a file without opening it.
struct FileStamp
{
    quint64 device = 0;
    quint64 inode = 0; ///< 0: there is no file
    qint64 size = 0;
    qint64 changed = 0; ///< nanoseconds since 1970, when bytes or names were last changed

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// Of the folder's flags.json as it is now.
[[nodiscard]] FileStamp manifestStamp(const QString &folder);

/// What stood in the place of a file of the program's own, and now has a name of its own.
struct BackedUpFile
{
    QString file = {}; ///< where it was
    QString as = {}; ///< where it is
    QString problem = {}; ///< why a manifest could not be understood
};

/// Gives what is called `file` in the folder another name, "flags.json.damaged-1". It keeps the old one too,
/// until another file takes its place: whatever moment the program ends at, there is one of the two. Only
/// what is no file loses it at once.
[[nodiscard]] std::variant<BackedUpFile, Failure> backUp(
    const QString &folder, const QString &file, const QString &ending);

/// The same for an ATTRIBUTION.md that this program has not written; nothing if there is none such.
[[nodiscard]] std::variant<std::optional<BackedUpFile>, Failure> backUpForeignAttribution(
    const QString &folder);
