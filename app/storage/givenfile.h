#pragma once

#include <QByteArray>
#include <QString>

#include <variant>

/// Why a file that a person named cannot be read.
struct GivenFileProblem
{
    QString text; ///< to be shown after "FILE: "
    bool isTooLarge = false; ///< then there is no text: what is too large depends on what the file is for
};

/// The bytes of a file that a person named, on the command line or as settings. Follows links, but reads only
/// regular files: a pipe would block, and a device never ends. For files in a set's folder use
/// readFileBeneath(), which follows no links. Blocks on the disk.
[[nodiscard]] std::variant<QByteArray, GivenFileProblem> readGivenFile(
    const QString &path, qint64 maximalBytes);
