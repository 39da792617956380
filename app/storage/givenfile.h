#pragma once

#include <QByteArray>
#include <QString>

#include <variant>

/// Why a file that a person named cannot be read.
struct GivenFileProblem
{
    QString text; ///< to follow "FILE: "
    bool isTooLarge = false; ///< then there is no text: what is too large depends on what the file is for
};

/// The bytes of a file that a person named, on the command line or as their settings. Links are followed, but
/// only a regular file is read: a pipe would wait for somebody who writes, and a device never ends. For files
/// in the folder of a set, which somebody else may have made, there is readFolderFile().
[[nodiscard]] std::variant<QByteArray, GivenFileProblem> readGivenFile(
    const QString &path, qint64 maximalBytes);
