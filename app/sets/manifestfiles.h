#pragma once

#include "app/failures/result.h"
#include "app/freshness/flagfreshness.h"
#include "app/sets/manifest.h"

#include <optional>

/// The two files that describe a set, flags.json and ATTRIBUTION.md. The functions with a folder block on the
/// disk.

/// Writes both files atomically, flags.json first, each only if it changes. Writes nothing if the manifest
/// could not be read back: fails with Internal, or with WriteFailed if it is too large. The failure's detail
/// names the file. `hash` is the SHA-256 of the folder's flags.json, if the caller knows it, and is updated;
/// without it the manifest is written in any case.
[[nodiscard]] std::optional<Failure> writeManifestFiles(
    const QString &folder, const Manifest &manifest, QByteArray *hash = nullptr);

/// Returns the failure if a manifest of `bytes` bytes would be too large, else nothing.
[[nodiscard]] std::optional<Failure> problemWithManifestSize(qint64 bytes);

/// Returns the text of ATTRIBUTION.md: the sources and licences of the files, and the pictures that do not
/// show today's flag. It is in English because it is distributed with the files. Equal arguments give equal
/// texts.
///
/// @param kept further lines about such pictures, from an earlier text
[[nodiscard]] QByteArray attributionText(
    const Manifest &manifest, const QList<WrongPicture> &wrong = {}, const QStringList &kept = {});

/// Whether the text begins like attributionText(). Other files of that name belong to others.
[[nodiscard]] bool isAttributionText(const QByteArray &text);

/// Distinguishes two states of a file without opening it.
struct FileStamp
{
    quint64 device = 0;
    quint64 inode = 0; ///< 0: there is no file
    qint64 size = 0;
    qint64 changed = 0; ///< nanoseconds since 1970, when bytes or names were last changed

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// Returns the current stamp of a file. Does not follow a link.
[[nodiscard]] FileStamp fileStamp(const QString &path);

/// Returns the current stamp of the folder's flags.json.
[[nodiscard]] FileStamp manifestStamp(const QString &folder);

/// A file that was in the place of one of the program's files and was backed up.
struct BackedUpFile
{
    QString file = {}; ///< its original name
    QString as = {}; ///< the name of the backup
    QString problem = {}; ///< why a manifest could not be parsed; else empty
};

/// Backs up the file `file` in the folder, for example as "flags.json.damaged-1". The original name stays
/// until another file replaces it, so that one of the two names exists whenever the program ends. Folders and
/// special files are moved.
[[nodiscard]] Result<BackedUpFile> backUp(const QString &folder, const QString &file, const QString &suffix);

/// Backs up an ATTRIBUTION.md that this program has not written. Returns nothing if there is none.
[[nodiscard]] Result<std::optional<BackedUpFile>> backUpForeignAttribution(const QString &folder);
