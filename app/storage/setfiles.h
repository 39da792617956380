#pragma once

#include <QByteArray>
#include <QString>

/// Names, sizes and hashes of the files in a set's folder.

// Files that describe the set.
inline constexpr auto manifestFileName = "flags.json";
inline constexpr auto attributionFileName = "ATTRIBUTION.md";
inline constexpr auto journalFileName = ".flagfetch-batch.jsonl";
inline constexpr auto lockFileName = ".flagfetch.lock";

/// In bytes. A picture made from a flag may be larger than a downloaded one.
inline constexpr qint64 largestSetFile = 64 << 20;

// In bytes. Larger files are neither read nor written. 140,000 flags need less.
inline constexpr qint64 largestManifest = 16 << 20;
inline constexpr qint64 largestJournal = 64 << 20;

/// Whether the path, or its first folder, has the name of a file that describes the set, or of its backup.
/// Ignores case, because FLAGS.JSON is flags.json on some file systems.
[[nodiscard]] bool isReservedSetFile(const QString &path);

/// Whether the file has the suffix of a picture format that the program saves.
[[nodiscard]] bool isNamedAsPicture(const QString &path);

/// Returns the SHA-256 hash, 32 bytes.
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);
