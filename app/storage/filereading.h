#pragma once

#include "app/failures/result.h"
#include "app/storage/posixfile.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QIODevice;

/// Reading whole files with a size limit. Only regular files are read: a pipe would block, and a device never
/// ends. The functions block on the disk: call them on the thread pool.

/// Why an open file cannot be read. Exactly one member is set.
struct RegularFileProblem
{
    int error = 0; ///< errno
    bool isOtherKind = false; ///< a folder, a pipe, a device
    bool isTooLarge = false;
};

/// Returns the content of an open regular file of at most `maximalBytes`. The caller opens it with
/// O_NONBLOCK, because open() itself blocks on a pipe.
[[nodiscard]] tl::expected<QByteArray, RegularFileProblem> contentOf(
    const UniqueFd &file, qint64 maximalBytes);

/// Opens a file and returns its content in the same way. Follows links.
[[nodiscard]] tl::expected<QByteArray, RegularFileProblem> readRegularFile(
    const QString &path, qint64 maximalBytes);

/// Why a file that the user named cannot be read.
struct GivenFileProblem
{
    QString text; ///< shown after "FILE: "
    bool isTooLarge = false; ///< then `text` is empty: the caller knows what the file is for
};

/// Reads a file that the user named, on the command line or in the settings. Follows links. For files in a
/// set's folder use readFileBeneath().
[[nodiscard]] tl::expected<QByteArray, GivenFileProblem> readGivenFile(
    const QString &path, qint64 maximalBytes);

/// Maximum number of names in a path below a folder, including the file name.
inline constexpr qsizetype deepestPath = 10;

/// Whether a path from a shared file stays below a folder: relative, without "..", hidden names or characters
/// that the program never uses in file names.
[[nodiscard]] bool isSafeRelativePath(const QString &path);

/// Opens the folder `path` below `folder` without following symbolic links, or `folder` itself if `path` is
/// empty. After a failure the result is not open and errno is set.
[[nodiscard]] UniqueFd openFolderBeneath(const QString &folder, const QString &path);

/// Reads the file `path` below `folder` without following symbolic links, because others may have changed the
/// folder. Returns nothing if there is no such file. Fails if it is unreadable, no regular file, behind a
/// link, or larger than `maximalBytes`.
[[nodiscard]] Result<std::optional<QByteArray>> readFileBeneath(
    const QString &folder, const QString &path, qint64 maximalBytes);

/// Why a list of countries, as plain text or CSV, cannot be read, and what to do.
struct TextFileProblem
{
    QString text;
};

/// In bytes. Longer files are refused, because no list of countries is a mebibyte long.
inline constexpr qint64 longestText = 1 << 20;

/// Reads the whole text of an open device, for example standard input. The text is UTF-8, or UTF-16 or UTF-32
/// with a byte order mark. Reads at most longestText and one byte.
[[nodiscard]] tl::expected<QString, TextFileProblem> readText(QIODevice &device);

/// Reads a file that the user named.
[[nodiscard]] tl::expected<QString, TextFileProblem> readTextFile(const QString &path);
