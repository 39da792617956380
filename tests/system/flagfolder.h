#pragma once

#include <QByteArray>
#include <QDir>
#include <QString>
#include <QStringList>

/// A whole GIF of one pixel; other bytes for each code.
[[nodiscard]] QByteArray smallGif(const QString &code);

/// Lays out `{cc}/{cc}.gif` and `{cc}/metadata.json` for these codes, as public servers of flags have them.
/// Whether it could.
[[nodiscard]] bool makeFlagFolder(const QDir &folder, const QStringList &codes);

[[nodiscard]] bool writeFile(const QString &path, const QByteArray &bytes);

/// Nothing if it cannot be read.
[[nodiscard]] QByteArray readFile(const QString &path);

/// Names of all that is in it, hidden ones too, sorted.
[[nodiscard]] QStringList entriesIn(const QString &folder);

/// Those but what describes the set.
[[nodiscard]] QStringList filesIn(const QString &folder);
