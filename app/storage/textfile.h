#pragma once

#include <QString>

#include <variant>

class QIODevice;

/// Reading lists of countries that the user gives as plain text or CSV.

/// Why a file cannot be read as text, and what to do.
struct TextFileProblem
{
    QString text;
};

/// In bytes. Longer files are refused, because no list of countries is a mebibyte long.
inline constexpr qint64 longestText = 1024 * 1024;

/// Reads the whole text of an open device, for example standard input. The text is UTF-8, or UTF-16 or UTF-32
/// with a byte order mark. Reads at most longestText and one byte.
[[nodiscard]] std::variant<QString, TextFileProblem> readText(QIODevice &device);

/// Reads a file that the user named. Blocks on the disk: call it on the thread pool.
[[nodiscard]] std::variant<QString, TextFileProblem> readTextFile(const QString &path);
