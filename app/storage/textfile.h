#pragma once

#include <QString>

#include <variant>

class QIODevice;

/// Why a file cannot be read as text, and what to do.
struct TextFileProblem
{
    QString text;
};

/// Longer files are refused, whatever their size: no list of countries is a mebibyte long.
inline constexpr qint64 longestText = 1024 * 1024;

/// The whole text of an open device, in UTF-8, or UTF-16 that says so. Reads no more than longestText and one
/// byte.
[[nodiscard]] std::variant<QString, TextFileProblem> readText(QIODevice &device);

/// The same of a file that a person named. For the pool, as disks take their time.
[[nodiscard]] std::variant<QString, TextFileProblem> readTextFile(const QString &path);
