#pragma once

#include <QByteArray>
#include <QDir>
#include <QString>
#include <QStringList>

/// A complete GIF of one pixel, with different bytes for each code.
[[nodiscard]] QByteArray smallGif(const QString &code);

/// Creates `{cc}/{cc}.gif` and `{cc}/metadata.json` for these codes, the layout of public flag servers.
/// Returns whether it succeeded.
[[nodiscard]] bool makeFlagFolder(const QDir &folder, const QStringList &codes);

[[nodiscard]] bool writeFile(const QString &path, const QByteArray &bytes);

/// The content of a file; empty if it cannot be read.
[[nodiscard]] QByteArray readFile(const QString &path);

/// Names of all entries of a folder, including hidden ones, sorted.
[[nodiscard]] QStringList entriesIn(const QString &folder);

/// The entries without the files that describe the set.
[[nodiscard]] QStringList filesIn(const QString &folder);
